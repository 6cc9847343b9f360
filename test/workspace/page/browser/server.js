/* global document, fetch */
import { toast } from './toasts.js';

/**
 * Sends something to the page's server as this person in this room, and tells what went wrong.
 * @param {string} path below `/page/`
 * @param {Record<string, unknown>} body
 * @returns {Promise<Record<string, unknown>>}
 */
export async function post(path, body) {
	try {
		const response = await fetch(`/page/${path}?${document.body.dataset.query ?? ''}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(body),
		});
		const answer = await response.json();
		if (typeof answer.failure === 'string') toast(answer.failure);
		return answer;
	} catch {
		toast('The local stand-in does not answer. Is npm start still running?');
		return {};
	}
}
