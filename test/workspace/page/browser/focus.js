/* global document, HTMLElement, HTMLInputElement */

/**
 * Puts an element in another one's place. Whoever is on a control of the old one stays on its successor: on the same control, or on
 * one that does the same, or else where `otherwise` says.
 * @param {HTMLElement} old
 * @param {HTMLElement} fresh
 * @param {string} otherwise selects an element of the new one
 */
export function replaceKeepingFocus(old, fresh, otherwise) {
	const active = document.activeElement;
	const held = active instanceof HTMLElement && old.contains(active) ? active : undefined;
	old.replaceWith(fresh);
	if (!held) return;
	const { actionId, value, close } = held.dataset;
	const candidates = [...fresh.querySelectorAll('[data-action-id], [data-close]')].filter((one) => one instanceof HTMLElement);
	const alike = candidates.filter(({ dataset }) => dataset.actionId === actionId && dataset.close === close);
	const successor = alike.find(({ dataset }) => dataset.value === value) ?? (alike.length === 1 ? alike[0] : undefined);
	const target = successor ?? fresh.querySelector(otherwise);
	if (target instanceof HTMLElement) target.focus();
	if (held instanceof HTMLInputElement && target instanceof HTMLInputElement && target.type === 'text') {
		target.setSelectionRange(held.selectionStart, held.selectionEnd);
	}
}
