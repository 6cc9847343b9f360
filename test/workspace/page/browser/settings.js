/* global HTMLButtonElement, HTMLElement, HTMLFormElement, HTMLInputElement */
import { around, byId } from './dom.js';
import { post } from './server.js';
import { listenToPerson } from './side.js';

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

/**
 * @param {Field} field
 * @returns {string}
 */
const read = (field) => (field.type === 'checkbox' && field instanceof HTMLInputElement ? String(field.checked) : field.value);

/**
 * What the settings page sends for a field: of its setting's type.
 * @param {Field} field
 * @returns {unknown}
 */
function valueOf(field) {
	const text = read(field);
	if (field.dataset.type === 'boolean') return text === 'true';
	return field.dataset.type === 'int' && text !== '' ? Number(text) : text;
}

/**
 * @param {HTMLFormElement} form
 * @returns {Field[]}
 */
const fieldsOf = (form) => /** @type {Field[]} */ ([...form.querySelectorAll('[data-type]')]);

/** What is saved, by setting.
 * @type {Map<Field, string>} */
const saved = new Map();

/** Fields that were set back: a secret's looks the same before and after.
 * @type {Set<Field>} */
const reset = new Set();

/** @param {Field} field */
const isChanged = (field) => read(field) !== saved.get(field) || reset.has(field);

/** @param {HTMLFormElement} form */
function refresh(form) {
	const save = byId('save', HTMLButtonElement);
	if (save) save.disabled = !fieldsOf(form).some(isChanged);
	for (const field of fieldsOf(form)) {
		const button = form.querySelector(`[data-reset="${field.id}"]`);
		const isSecret = field.type === 'password';
		const isDefault = isSecret ? field.placeholder === '' && field.value === '' : read(field) === field.dataset.default;
		if (button instanceof HTMLElement) button.hidden = isDefault || reset.has(field);
	}
}

/** @param {Field} field */
function setBack(field) {
	const { default: value = '' } = field.dataset;
	if (field instanceof HTMLInputElement && field.type === 'checkbox') field.checked = value === 'true';
	else field.value = value;
	if (field.type === 'password' && field instanceof HTMLInputElement) field.placeholder = '';
	reset.add(field);
	field.focus();
}

/** A secret that is saved is not shown any more.
 * @param {Field} field */
function hide(field) {
	if (field instanceof HTMLInputElement) field.placeholder = field.value === '' ? '' : (field.dataset.kept ?? '');
	field.value = '';
}

/** @param {HTMLFormElement} form */
async function save(form) {
	const changed = fieldsOf(form).filter(isChanged);
	if (changed.length === 0) return;
	const answer = await post('settings', Object.fromEntries(changed.map((field) => [field.id, valueOf(field)])));
	if (typeof answer.saved !== 'string') return;
	for (const field of changed) {
		if (field.type === 'password') hide(field);
		saved.set(field, read(field));
	}
	reset.clear();
	refresh(form);
	const status = byId('saved', HTMLElement);
	if (status) status.textContent = answer.saved;
}

/**
 * What the server sent, whatever was typed before this script came.
 * @param {Field} field
 * @returns {string}
 */
function sent(field) {
	if (!(field instanceof HTMLInputElement)) return [...field.options].find((option) => option.defaultSelected)?.value ?? '';
	return field.type === 'checkbox' ? String(field.defaultChecked) : field.defaultValue;
}

/** @param {HTMLFormElement} form */
function listen(form) {
	for (const field of fieldsOf(form)) saved.set(field, sent(field));
	form.addEventListener('input', ({ target }) => {
		reset.delete(/** @type {Field} */ (target));
		refresh(form);
	});
	form.addEventListener('click', ({ target }) => {
		const id = around(target, '[data-reset]')?.dataset.reset;
		const field = fieldsOf(form).find((one) => one.id === id);
		if (field) setBack(field);
		refresh(form);
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void save(form);
	});
	refresh(form);
}

listenToPerson();
const form = byId('settings', HTMLFormElement);
if (form) listen(form);
