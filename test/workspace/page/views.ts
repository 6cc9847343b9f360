import type { ContextualBarView, ModalView } from 'ui-kit-next';
import { icons } from './icons';
import { type Html, markup } from './markup';
import { sentences } from './sentences';
import { renderBlocks } from './surface';
import { plain } from './surface/elements';

type View = ContextualBarView | ModalView;

/** What the app has a client do. */
export interface Interaction {
	readonly type: string;
	readonly triggerId: string;
	readonly appId: string;
	readonly view?: View;
	readonly viewId?: string;
	readonly errors?: unknown;
}

/** An interaction, and the HTML of the view in it. */
export interface ShownInteraction extends Interaction {
	readonly html?: string;
}

type Surface = 'contextual_bar' | 'modal';

/** A modal stands before the contextual bar: what they hold must not have the same ids. */
const ids: Readonly<Record<Surface, { readonly title: string; readonly form: string }>> = {
	contextual_bar: { title: 'bar-title', form: 'bar-form' },
	modal: { title: 'modal-title', form: 'modal-form' },
};

function footer({ close, submit }: View, form: string): Html {
	const style = submit?.style === 'danger' ? 'danger' : 'primary';
	return markup`<footer>
		${close && markup`<button type="button" class="button secondary" data-close="cancel">${plain(close.text)}</button>`}
		${submit && markup`<button type="submit" form="${form}" class="button ${style}">${plain(submit.text)}</button>`}
	</footer>`;
}

function content(view: View, surface: Surface): Html {
	const { title, form } = ids[surface];
	return markup`<header class="view-header"><h2 id="${title}" tabindex="-1">${plain(view.title)}</h2>
			<button type="button" class="icon-button" lang="en" data-close="clear" aria-label="${sentences.close}">${icons.close}</button></header>
		<form id="${form}" novalidate>${renderBlocks(surface, view.blocks)}</form>
		${(view.close ?? view.submit) && footer(view, form)}`;
}

const frames: Readonly<Record<Surface, (view: View, language: string) => Html>> = {
	contextual_bar: (view, language) =>
		markup`<aside class="contextual-bar" lang="${language}" aria-labelledby="bar-title">${content(view, 'contextual_bar')}</aside>`,
	modal: (view, language) =>
		markup`<dialog class="modal" lang="${language}" aria-labelledby="modal-title">${content(view, 'modal')}</dialog>`,
};

/** An interaction for the browser of somebody who reads a language: whatever it says, with its view drawn if it has one. */
export function showInteraction(interaction: Interaction, language: string): ShownInteraction {
	const { type, view } = interaction;
	if (!view || type.endsWith('.close')) return interaction;
	return { ...interaction, html: frames[type.startsWith('modal') ? 'modal' : 'contextual_bar'](view, language).toString() };
}
