/** A message in blocks: nothing that its text does not say, and buttons. */
import type { ButtonElement, Markdown, PlainText, PlainTextInputElement, StaticSelectElement } from '@rocket.chat/ui-kit';
import type { Message } from '../messages/message';
import type { Action } from './actions';

type Bare<Element> = Omit<Element, 'appId' | 'blockId'>;

export type BlockButton = Bare<ButtonElement>;

export type BlockSelect = Bare<StaticSelectElement>;

/** A block of ui-kit, of the kinds that this app draws. */
export type Block =
	| { readonly type: 'section'; readonly blockId: string; readonly text: Markdown; readonly accessory?: BlockButton }
	| { readonly type: 'context'; readonly blockId: string; readonly elements: readonly Markdown[] }
	| { readonly type: 'actions'; readonly blockId: string; readonly elements: readonly (BlockButton | BlockSelect)[] }
	| {
			readonly type: 'input';
			readonly blockId: string;
			readonly label: PlainText;
			readonly optional: boolean;
			readonly element: Bare<PlainTextInputElement>;
	  };

/** A button: what it does, what it is called, what it carries. */
export interface Button {
	readonly action: Action;
	readonly label: string;
	readonly value: string;
	/** Where it leads, if it is a link. */
	readonly url?: string;
}

/** A message with its buttons. */
export function messageBlocks({ sections, context }: Message, buttons: readonly Button[]): Block[] {
	return [...sectionBlocks(sections), ...contextBlocks(context), ...actionBlocks(buttons)];
}

/** Paragraphs, each a block of its own. */
export function sectionBlocks(sections: readonly string[]): Block[] {
	return sections.map((text, index) => ({
		type: 'section',
		blockId: `section-${index + 1}`,
		text: { type: 'mrkdwn', text },
	}));
}

/** What is said of an answer, small; nothing where nothing is said. */
export function contextBlocks(context: readonly string[]): Block[] {
	return context.length === 0
		? []
		: [{ type: 'context', blockId: 'context', elements: context.map((text) => ({ type: 'mrkdwn', text })) }];
}

/** Buttons beside each other; nothing where there are none. */
export function actionBlocks(buttons: readonly Button[]): Block[] {
	return buttons.length === 0 ? [] : [{ type: 'actions', blockId: 'actions', elements: buttons.map(toBlockButton) }];
}

/** A button of a block. */
export function toBlockButton({ action, label, value, url }: Button): BlockButton {
	return { type: 'button', actionId: action, text: plainText(label), value, ...(url !== undefined && { url }) };
}

/** A label: nothing in it is markup. */
export function plainText(text: string): PlainText {
	return { type: 'plain_text', text };
}
