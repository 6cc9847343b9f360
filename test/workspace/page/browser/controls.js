/* global clearTimeout, document, HTMLButtonElement, HTMLAnchorElement, HTMLFormElement, HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement, setTimeout */
import { around } from './dom.js';
import { emit } from './interactions.js';
import { groupByBlock } from './state.js';
import { closeView, openBar, viewAround } from './views.js';

/** @typedef {import('./views.js').OpenView} OpenView */

/** Milliseconds after the last key, as in Rocket.Chat's client. */
const PAUSE = 700;

/**
 * A field's value, kept for when the view is sent.
 * @param {HTMLElement} control
 * @param {string | undefined} value
 */
function remember(control, value) {
	const { actionId, blockId = 'default' } = control.dataset;
	if (actionId !== undefined) viewAround(control)?.values.set(actionId, { value, blockId });
}

/**
 * Hands what was done to a control to the app, as Rocket.Chat's client does.
 * @param {HTMLElement} control
 * @param {string | undefined} value
 */
async function dispatch(control, value) {
	const { actionId, blockId } = control.dataset;
	const view = viewAround(control)?.view;
	const mid = around(control, '.message')?.dataset.mid;
	const place = view
		? { container: { type: 'view', id: view.id } }
		: { container: { type: 'message', id: mid }, mid, rid: document.body.dataset.roomId };
	remember(control, value);
	control.setAttribute('aria-busy', 'true');
	// Rocket.Chat knows of a view which app's it is; of a message's control only what the control itself says.
	const appId = control.dataset.appId || view?.appId || 'core';
	await emit(appId, { type: 'blockAction', actionId, payload: { blockId, value }, ...place });
	control.removeAttribute('aria-busy');
}

/**
 * Closes a view and tells the app.
 * @param {OpenView} opened
 * @param {boolean} isCleared by the cross or the keyboard, not by its button
 */
function cancel({ view, values }, isCleared) {
	closeView(view.id);
	const payload = { viewId: view.id, view: { ...view, state: groupByBlock(values) }, isCleared };
	void emit(view.appId, { type: 'viewClosed', payload });
}

/**
 * Sends a view. A contextual bar closes before the app has answered: only one that the app opens then is seen again. A modal stays
 * until the answer, and longer where that changes it.
 * @param {OpenView} opened
 */
async function submit({ view, values, element }) {
	const isBar = element.matches('.contextual-bar');
	if (isBar) closeView(view.id);
	const payload = { view: { ...view, state: groupByBlock(values) } };
	const type = await emit(view.appId, { type: 'viewSubmit', payload, viewId: view.id });
	if (!isBar && type !== 'modal.update' && type !== 'errors') closeView(view.id);
}

/**
 * Hands an entry of a menu of Rocket.Chat's own to the app that it is of.
 * @param {HTMLElement} entry
 */
async function choose(entry) {
	const { menu: context, appId = '', actionId } = entry.dataset;
	const mid = around(entry, '.message')?.dataset.mid;
	const rid = document.body.dataset.roomId;
	await emit(appId, { type: 'actionButton', actionId, payload: { context }, rid, ...(mid !== undefined && { mid }) });
}

/**
 * Closes the menus that are open, but for one that something is in.
 * @param {EventTarget | null} target
 */
function closeMenus(target) {
	const kept = around(target, 'details.overflow');
	for (const menu of document.querySelectorAll('details.overflow[open]')) {
		if (menu !== kept) menu.removeAttribute('open');
	}
}

/** @param {Event} event */
function onClick({ target }) {
	closeMenus(target);
	const entry = around(target, '[data-menu]');
	if (entry) {
		const menu = around(entry, 'details.overflow');
		menu?.removeAttribute('open');
		const opener = menu?.querySelector('summary');
		opener?.focus();
		void choose(entry);
		return;
	}
	const close = around(target, '[data-close]');
	const opened = viewAround(close ?? null);
	if (close && opened) cancel(opened, close.dataset.close === 'clear');
	const control = around(target, '[data-dispatch]:not([aria-busy=true])');
	if (control instanceof HTMLButtonElement || control instanceof HTMLAnchorElement) {
		around(control, 'details.overflow')?.removeAttribute('open');
		void dispatch(control, control.dataset.value);
	}
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let pause;

/** @param {Event} event */
function onInput({ target, type }) {
	const isText = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
	const isChoice = target instanceof HTMLSelectElement;
	if (!(isText || isChoice) || target.dataset.dispatch === undefined || (isChoice && type !== 'change')) return;
	remember(target, target.value);
	if (isChoice && target.dataset.dispatch === 'at-once') void dispatch(target, target.value);
	if (isText && type === 'input' && target.dataset.dispatch === 'while-typing') {
		clearTimeout(pause);
		pause = setTimeout(() => void dispatch(target, target.value), PAUSE);
	}
}

/** @param {Event} event */
function onSubmit(event) {
	const opened = event.target instanceof HTMLFormElement ? viewAround(event.target) : undefined;
	if (!opened) return;
	event.preventDefault();
	void submit(opened);
}

/** @param {KeyboardEvent} event */
function onKey(event) {
	if (event.key !== 'Escape' || event.defaultPrevented) return;
	const menu = around(event.target, 'details.overflow[open]');
	if (menu) {
		menu.removeAttribute('open');
		menu.querySelector('summary')?.focus();
	}
	const opened = menu ? undefined : (viewAround(event.target) ?? openBar());
	if (!opened) return;
	event.preventDefault();
	cancel(opened, true);
}

/** Listens to the controls of messages and views, whenever they appear. */
export function listen() {
	document.addEventListener('click', onClick);
	// That of the last message would open behind the field.
	document.addEventListener(
		'toggle',
		({ target }) => around(target, 'details.menu')?.querySelector('ul')?.scrollIntoView({ block: 'nearest' }),
		true,
	);
	document.addEventListener('input', onInput);
	document.addEventListener('change', onInput);
	document.addEventListener('submit', onSubmit);
	document.addEventListener('keydown', onKey);
}
