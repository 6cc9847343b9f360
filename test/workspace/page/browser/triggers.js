/* global crypto, setTimeout */

/** Milliseconds that Rocket.Chat's client gives the app, from the click on. */
export const PATIENCE = 5000;

/** @type {Set<string>} */
const open = new Set();

/**
 * A trigger id for one interaction.
 * @returns {string}
 */
export function newTrigger() {
	const id = crypto.randomUUID();
	open.add(id);
	setTimeout(() => open.delete(id), PATIENCE);
	return id;
}

/**
 * Whether an interaction may still happen. Each id counts once, in the tab that made it.
 * @param {string} id
 * @returns {boolean}
 */
export const useTrigger = (id) => open.delete(id);
