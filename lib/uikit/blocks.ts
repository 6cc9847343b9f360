/** A message as blocks: nothing that its text does not say, and buttons. Plain data in ui-kit's types. */
import type { ButtonElement, LayoutBlock, PlainText, SectionBlock } from '@rocket.chat/ui-kit';
import type { Action } from './actions';
import type { Message } from '../messages/message';

/** A button: what it does, what it is called, what it carries. */
export interface Control {
	readonly action: Action;
	readonly label: string;
	readonly value: string;
	/** Where it leads, if it is a link. */
	readonly url?: string;
}

/** A message as it is posted. */
export interface Posting {
	readonly text: string;
	readonly blocks: readonly LayoutBlock[];
}

/** A label: nothing in it is markup. */
export function plainText(text: string): PlainText {
	return { type: 'plain_text', text };
}

/** A button of a block. The engine stamps no accessory and no notice: every control carries all its ids itself. */
export function button(appId: string, blockId: string, { action, label, value, url }: Control): ButtonElement {
	return {
		type: 'button',
		appId,
		blockId,
		actionId: action,
		text: plainText(label),
		value,
		...(url !== undefined && { url }),
	};
}

/** Paragraphs, each a block of its own. */
export function sectionBlocks(appId: string, sections: readonly string[]): SectionBlock[] {
	return sections.map((text, index) => ({
		type: 'section',
		appId,
		blockId: `section-${index + 1}`,
		text: { type: 'mrkdwn', text },
	}));
}

/** What is said of an answer, small; nothing where nothing is said. */
export function contextBlocks(appId: string, context: readonly string[]): LayoutBlock[] {
	return context.length === 0
		? []
		: [{ type: 'context', appId, blockId: 'context', elements: context.map((text) => ({ type: 'mrkdwn', text })) }];
}

/** Buttons beside each other; nothing where there are none. */
export function actionBlocks(appId: string, controls: readonly Control[]): LayoutBlock[] {
	return controls.length === 0
		? []
		: [{ type: 'actions', appId, blockId: 'actions', elements: controls.map((control) => button(appId, 'actions', control)) }];
}

/** A message with its buttons. */
export function toPosting({ text, sections, context }: Message, controls: readonly Control[], appId: string): Posting {
	return {
		text,
		blocks: [...sectionBlocks(appId, sections), ...contextBlocks(appId, context), ...actionBlocks(appId, controls)],
	};
}
