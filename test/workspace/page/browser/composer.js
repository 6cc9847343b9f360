/* global document, HTMLElement, HTMLFormElement, HTMLTextAreaElement */
import { complete, offer, onKey } from './completions.js';
import { around, byId } from './dom.js';
import { post } from './server.js';
import { newTrigger } from './triggers.js';

/** How many commands are under way. */
let running = 0;

/** @param {number} change */
function count(change) {
	running += change;
	const status = byId('working', HTMLElement);
	if (status) status.textContent = running > 0 ? (document.body.dataset.working ?? '') : '';
}

/**
 * Sends what was typed; a command gets a trigger id, so that it can open something. The field is empty at once, as in Rocket.Chat.
 * @param {HTMLTextAreaElement} field
 */
async function send(field) {
	const text = field.value.trim();
	field.value = '';
	offer(field);
	if (text === '') return;
	count(1);
	await post('message', { text, triggerId: newTrigger() });
	count(-1);
}

/** Listens to the composer, where the room has one. */
export function listen() {
	const field = byId('message', HTMLTextAreaElement);
	const form = byId('composer', HTMLFormElement);
	if (!field || !form) return;
	field.addEventListener('input', () => {
		offer(field);
	});
	field.addEventListener('keydown', (event) => {
		if (event.isComposing) return;
		if (onKey(field, event.key)) event.preventDefault();
		else if (event.key === 'Enter' && !event.shiftKey) {
			event.preventDefault();
			void send(field);
		}
	});
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		void send(field);
		field.focus();
	});
	byId('completions', HTMLElement)?.addEventListener('click', ({ target }) => {
		complete(field, around(target, '[data-command]') ?? null);
	});
	field.focus();
}
