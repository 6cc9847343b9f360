/* global document, Element, HTMLElement */

/**
 * The element with an id, of the kind that it must be.
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} kind
 * @returns {T | undefined}
 */
export function byId(id, kind) {
	const element = document.getElementById(id);
	return element instanceof kind ? element : undefined;
}

/**
 * The one element of a piece of HTML from the server, which has escaped whatever came from elsewhere.
 * @param {string} html
 * @returns {HTMLElement}
 */
export function toElement(html) {
	const template = document.createElement('template');
	template.innerHTML = html;
	const element = template.content.firstElementChild;
	if (!(element instanceof HTMLElement)) throw new Error('The server sent no element');
	return element;
}

/**
 * The nearest element around something that matches.
 * @param {EventTarget | null} target
 * @param {string} selector
 * @returns {HTMLElement | undefined}
 */
export function around(target, selector) {
	const found = target instanceof Element ? target.closest(selector) : null;
	return found instanceof HTMLElement ? found : undefined;
}
