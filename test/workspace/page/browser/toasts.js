/* global document, HTMLElement, setTimeout */
import { byId } from './dom.js';

/** Milliseconds: long enough to be read. */
const SHOWN = 10_000;

/**
 * Tells what went wrong, for a while.
 * @param {string} text
 */
export function toast(text) {
	const shown = document.createElement('p');
	shown.textContent = text;
	byId('toasts', HTMLElement)?.append(shown);
	setTimeout(() => {
		shown.remove();
	}, SHOWN);
}
