/* global HTMLElement */
import { byId } from './dom.js';

/**
 * The commands that go on as what was typed.
 * @param {HTMLElement} list
 * @returns {HTMLElement[]}
 */
const offered = (list) =>
	[...list.children].filter((one) => one instanceof HTMLElement && !one.hidden).map((one) => /** @type {HTMLElement} */ (one));

/**
 * Offers the commands that begin with what is typed, the first of them chosen.
 * @param {HTMLTextAreaElement} field
 */
export function offer(field) {
	const list = byId('completions', HTMLElement);
	if (!list) return;
	const typed = field.value.toLowerCase();
	for (const one of list.children) {
		if (one instanceof HTMLElement) one.hidden = !(one.dataset.command ?? '').startsWith(typed);
	}
	list.hidden = !/^\/\S*$/.test(typed) || offered(list).length === 0;
	choose(field, 0);
}

/**
 * Chooses the one that is so many further on.
 * @param {HTMLTextAreaElement} field
 * @param {number} step
 */
function choose(field, step) {
	const list = byId('completions', HTMLElement);
	const all = list ? offered(list) : [];
	const present = Math.max(
		0,
		all.findIndex(({ id }) => id === field.getAttribute('aria-activedescendant')),
	);
	const chosen = all[(present + step + all.length) % (all.length || 1)];
	for (const one of list?.children ?? []) one.setAttribute('aria-selected', String(one === chosen));
	if (chosen && !list?.hidden) field.setAttribute('aria-activedescendant', chosen.id);
	else field.removeAttribute('aria-activedescendant');
}

/**
 * Takes a command over.
 * @param {HTMLTextAreaElement} field
 * @param {HTMLElement | null} chosen
 */
export function complete(field, chosen) {
	field.value = `${chosen?.dataset.command ?? ''} `;
	field.focus();
	offer(field);
}

/**
 * Does what a key means while commands are offered, and tells whether it meant something.
 * @param {HTMLTextAreaElement} field
 * @param {string} key
 * @returns {boolean}
 */
export function onKey(field, key) {
	const list = byId('completions', HTMLElement);
	if (!list || list.hidden) return false;
	const chosen = list.querySelector('[aria-selected=true]');
	if (!(chosen instanceof HTMLElement)) return false;
	// A command that is typed in full is sent, not completed.
	if (key === 'Enter' && chosen.dataset.command === field.value.toLowerCase()) return false;
	if (key === 'Enter' || key === 'Tab') complete(field, chosen);
	else if (key === 'ArrowDown') choose(field, 1);
	else if (key === 'ArrowUp') choose(field, -1);
	else if (key === 'Escape') list.hidden = true;
	else return false;
	return true;
}
