/* global document, HTMLDialogElement, HTMLElement, HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement */
import { around, byId, toElement } from './dom.js';
import { replaceKeepingFocus } from './focus.js';
import { initialValues } from './state.js';

/**
 * A view that the app opened: as the app sent it, and what was done to its fields since.
 * @typedef {{ id: string, appId: string, blocks: import('./state.js').Block[] }} View
 * @typedef {{ view: View, values: import('./state.js').Values, element: HTMLElement, before: Element | null }} OpenView
 */

/** @type {Map<string, OpenView>} */
const open = new Map();

/**
 * Fields show what was done to them, whatever the app's newest view starts with.
 * @param {OpenView} opened
 */
function fillIn({ element, values }) {
	for (const field of element.querySelectorAll('[data-action-id]')) {
		if (!(field instanceof HTMLElement)) continue;
		const value = values.get(field.dataset.actionId ?? '')?.value;
		const isField =
			field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement;
		if (isField && typeof value === 'string') field.value = value;
	}
}

const FIRST_FIELD = 'input, select, textarea';
const TITLE = 'h2';

/**
 * Puts a view on the page. There is one contextual bar at most.
 * @param {View} view
 * @param {string} html
 */
export function openView(view, html) {
	const element = toElement(html);
	const isModal = element instanceof HTMLDialogElement;
	const before = document.activeElement;
	for (const { view: other, element: shown } of open.values()) {
		if (!isModal && !(shown instanceof HTMLDialogElement)) closeView(other.id);
	}
	const opened = { view, values: initialValues(view.blocks), element, before };
	open.set(view.id, opened);
	document.querySelector('.workspace')?.append(element);
	document.body.classList.toggle('with-bar', !isModal);
	if (isModal) element.showModal();
	const target = element.querySelector(FIRST_FIELD) ?? element.querySelector(TITLE);
	if (target instanceof HTMLElement) target.focus();
}

/**
 * Shows the newest of an open view; one that is closed stays closed, as in Rocket.Chat.
 * @param {View} view
 * @param {string} html
 */
export function updateView(view, html) {
	const opened = open.get(view.id);
	if (!opened) return;
	const fresh = toElement(html);
	opened.view = view;
	if (opened.element instanceof HTMLDialogElement) {
		// The dialog stays: a new one would be no modal one.
		opened.element.replaceChildren(...fresh.childNodes);
	} else {
		replaceKeepingFocus(opened.element, fresh, TITLE);
		opened.element = fresh;
	}
	fillIn(opened);
}

/**
 * Takes a view away, and brings whoever was in it back to where they were.
 * @param {string} id
 * @returns {OpenView | undefined}
 */
export function closeView(id) {
	const closed = open.get(id);
	if (!closed) return undefined;
	const { element, before } = closed;
	const held = element.contains(document.activeElement);
	open.delete(id);
	element.remove();
	if (!(element instanceof HTMLDialogElement)) document.body.classList.remove('with-bar');
	if (held && before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
	else if (held) byId('message', HTMLElement)?.focus();
	return closed;
}

/**
 * The view that something is in.
 * @param {EventTarget | null} target
 * @returns {OpenView | undefined}
 */
export function viewAround(target) {
	const element = around(target, '.contextual-bar, .modal');
	return [...open.values()].find((one) => one.element === element);
}

/**
 * The contextual bar, where one is open.
 * @returns {OpenView | undefined}
 */
export const openBar = () => [...open.values()].find(({ element }) => !(element instanceof HTMLDialogElement));

/**
 * Says at the fields what the app does not accept.
 * @param {string} id
 * @param {unknown} errors by action, in one record or in several
 */
export function showErrors(id, errors) {
	const byAction = Object.assign({}, ...[errors].flat());
	const element = open.get(id)?.element;
	for (const field of element?.querySelectorAll('[data-action-id]') ?? []) {
		const text = field instanceof HTMLElement && byAction[field.dataset.actionId ?? ''];
		const place = field.closest('.block')?.querySelector('.error');
		if (!(place instanceof HTMLElement) || !text) continue;
		place.textContent = String(text);
		place.hidden = false;
	}
}
