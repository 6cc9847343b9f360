/** Builds the blocks of messages and panels. The ids that the engine needs are added in stamp.ts. */
import type { ButtonElement, Markdown, PlainText, PlainTextInputElement, StaticSelectElement } from '@rocket.chat/ui-kit';
import type { Message } from '../messages/message';
import type { Action } from './actions';

/** An element of ui-kit without the ids that stamp.ts adds. */
type Bare<Element> = Omit<Element, 'appId' | 'blockId'>;

/** A button as it stands in a block. */
export type BlockButton = Bare<ButtonElement>;

/** A choice as it stands in a block. */
export type BlockSelect = Bare<StaticSelectElement>;

/** A block of ui-kit, of the kinds that this app uses. */
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

/** A button: its action, its label, and the value that it carries (`printButtonValue`). */
export interface Button {
	readonly action: Action;
	readonly label: string;
	readonly value: string;
	/** The address, if it is a link. */
	readonly url?: string;
}

/** The blocks of a message, with its buttons at the end. The web client shows blocks instead of the text, so they say all of it. */
export function messageBlocks({ sections, context }: Message, buttons: readonly Button[]): Block[] {
	return [...sectionBlocks(sections), ...contextBlocks(context), ...actionBlocks(buttons)];
}

/** A block for each paragraph. */
export function sectionBlocks(sections: readonly string[]): Block[] {
	return sections.map((text, index) => ({
		type: 'section',
		blockId: `section-${index + 1}`,
		text: { type: 'mrkdwn', text },
	}));
}

/** One block of small print, a line each; none without lines. */
export function contextBlocks(context: readonly string[]): Block[] {
	return context.length === 0
		? []
		: [{ type: 'context', blockId: 'context', elements: context.map((text) => ({ type: 'mrkdwn', text })) }];
}

/** One block with the buttons beside each other; none without buttons. `blockId`: unlike that of any other block beside it. */
export function actionBlocks(buttons: readonly Button[], blockId = 'actions'): Block[] {
	return buttons.length === 0 ? [] : [{ type: 'actions', blockId, elements: buttons.map(toBlockButton) }];
}

/** A button as it stands in a block. */
export function toBlockButton({ action, label, value, url }: Button): BlockButton {
	return { type: 'button', actionId: action, text: plainText(label), value, ...(url !== undefined && { url }) };
}

/** A text in which nothing counts as markup. */
export function plainText(text: string): PlainText {
	return { type: 'plain_text', text };
}
