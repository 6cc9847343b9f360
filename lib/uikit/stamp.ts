/**
 * Adds `appId` and `blockId` to everything that leaves the app. Rocket.Chat needs them on each control to find the app that a click
 * is for; the engine itself adds them neither to accessories nor to private messages.
 */
import type { ButtonElement, LayoutBlock, PlainText } from '@rocket.chat/ui-kit';
import type { Posting } from '../host/post';
import type { Message } from '../messages/message';
import { type Block, type Button, messageBlocks } from './blocks';
import type { Panel } from './panel';

/** A view as the engine opens it in a contextual bar. */
export interface View {
	readonly title: PlainText;
	readonly blocks: LayoutBlock[];
	readonly close: ButtonElement;
	readonly submit?: ButtonElement;
}

/** A message as it is posted: its text, and the blocks that say the same, with buttons. */
export function toPosting(message: Message, buttons: readonly Button[], appId: string): Posting {
	return { text: message.text, blocks: messageBlocks(message, buttons).map((block) => stamp(block, appId)) };
}

function stamp(block: Block, appId: string): LayoutBlock {
	const ids = { appId, blockId: block.blockId };
	switch (block.type) {
		case 'section': {
			const { accessory, ...section } = block;
			return { ...section, ...ids, ...(accessory && { accessory: { ...accessory, ...ids } }) };
		}
		case 'actions':
			return { ...block, ...ids, elements: block.elements.map((element) => ({ ...element, ...ids })) };
		case 'input':
			return { ...block, ...ids, element: { ...block.element, ...ids } };
		case 'context':
			return { ...block, ...ids };
	}
}

/** A panel as the engine opens it. */
export function toView({ title, blocks, close, submit }: Panel, appId: string): View {
	const ids = { appId, blockId: 'frame' };
	return {
		title,
		blocks: blocks.map((block) => stamp(block, appId)),
		close: { ...close, ...ids },
		...(submit && { submit: { ...submit, ...ids } }),
	};
}
