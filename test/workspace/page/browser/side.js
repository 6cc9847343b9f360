/* global document, HTMLButtonElement, HTMLElement, HTMLInputElement, HTMLSelectElement, location, URLSearchParams */
import { byId, toElement } from './dom.js';
import { replaceKeepingFocus } from './focus.js';
import { post } from './server.js';

/** Lets somebody else look at the same page, or in another language. */
export function listenToPerson() {
	const who = byId('who', HTMLSelectElement);
	who?.addEventListener('change', () => {
		const query = new URLSearchParams(document.body.dataset.query);
		query.set('as', who.value);
		location.search = query.toString();
	});
	for (const choice of document.querySelectorAll('[data-language-of]')) {
		if (choice instanceof HTMLSelectElement) choice.addEventListener('change', () => void speak(choice));
	}
}

/** @param {HTMLSelectElement} choice */
async function speak(choice) {
	await post('language', { of: choice.dataset.languageOf, language: choice.value });
	location.reload();
}

/**
 * Shows the server's mood, which another tab may have changed.
 * @param {{ mood: string }} told
 */
export function showMood({ mood }) {
	const choice = byId('mood', HTMLSelectElement);
	if (choice) choice.value = mood;
}

/**
 * Shows the rooms, to which the app may have added a direct message.
 * @param {{ html: string }} told
 */
export function showRooms({ html }) {
	const old = byId('room-lists', HTMLElement);
	const fresh = toElement(html);
	// Whoever is on one of the links stays there while nothing changes.
	if (old && !old.isEqualNode(fresh)) replaceKeepingFocus(old, fresh, '[aria-current]');
}

/** Listens to what stands beside the room. */
export function listen() {
	listenToPerson();
	const mood = byId('mood', HTMLSelectElement);
	mood?.addEventListener('change', () => void post('mood', { mood: mood.value }));
	const webhook = byId('webhook', HTMLInputElement);
	for (const button of document.querySelectorAll('[data-deed]')) {
		if (!(button instanceof HTMLButtonElement) || !webhook) continue;
		button.addEventListener('click', () => void post('webhook', { deed: button.dataset.deed, name: webhook.value }));
	}
	byId('later', HTMLButtonElement)?.addEventListener('click', () => void post('later', { days: 1 }));
	const menu = byId('menu', HTMLButtonElement);
	menu?.addEventListener('click', () => {
		const shown = document.body.classList.toggle('with-menu');
		menu.setAttribute('aria-expanded', String(shown));
	});
}
