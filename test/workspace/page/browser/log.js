/* global document, HTMLElement */
import { byId, toElement } from './dom.js';
import { replaceKeepingFocus } from './focus.js';

/** Pixels from its end at which somebody still reads the newest. */
const NEAR = 80;

/** What is shown, by id.
 * @type {Map<string, string>} */
const known = new Map();

/**
 * @param {HTMLElement} log
 * @param {{ id: string, html: string }} entry
 */
function show(log, { id, html }) {
	// A page that connects anew is told everything once more.
	if (known.get(id) === html) return;
	known.set(id, html);
	const old = document.getElementById(id);
	if (old) replaceKeepingFocus(old, toElement(html), 'button, a');
	else log.append(toElement(html));
}

/**
 * Shows what came or changed in the room, and goes along with it where the newest is read.
 * @param {{ gone: string[], shown: { id: string, html: string }[] }} entries
 */
export function update({ gone, shown }) {
	const log = byId('log', HTMLElement);
	if (!log) return;
	const follows = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR || known.size === 0;
	for (const id of gone) {
		known.delete(id);
		document.getElementById(id)?.remove();
	}
	for (const entry of shown) show(log, entry);
	if (follows) log.scrollTop = log.scrollHeight;
}
