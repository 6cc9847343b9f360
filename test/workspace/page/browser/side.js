/* global document, HTMLButtonElement, HTMLSelectElement, location, URLSearchParams */
import { byId } from './dom.js';
import { post } from './server.js';

/** Lets somebody else look at the same page. */
export function listenToWho() {
	const who = byId('who', HTMLSelectElement);
	who?.addEventListener('change', () => {
		const query = new URLSearchParams(document.body.dataset.query);
		query.set('as', who.value);
		location.search = query.toString();
	});
}

/**
 * Shows the server's mood, which another tab may have changed.
 * @param {{ mood: string }} told
 */
export function showMood({ mood }) {
	const choice = byId('mood', HTMLSelectElement);
	if (choice) choice.value = mood;
}

/** Listens to what stands beside the room. */
export function listen() {
	listenToWho();
	const mood = byId('mood', HTMLSelectElement);
	mood?.addEventListener('change', () => void post('mood', { mood: mood.value }));
	const menu = byId('menu', HTMLButtonElement);
	menu?.addEventListener('click', () => {
		const shown = document.body.classList.toggle('with-menu');
		menu.setAttribute('aria-expanded', String(shown));
	});
}
