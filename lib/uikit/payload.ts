/** What a client sends of a click, in the two shapes that there are; nothing of it is checked yet (server-contract.md, section 12). */
import { isRecord } from '../util/guards';

/** Which control, and what it carries. */
export interface Touched {
	readonly action: string;
	/** The question: the value of a button; of a field, whose value is what somebody chose or typed, the id of its block. */
	readonly value: unknown;
	/** What was chosen or typed in a field. */
	readonly text?: string;
	/** Undefined for a control of a message. */
	readonly viewId?: string;
}

/** What the engine hands over of a click on a button or a choice. */
type Sent = Readonly<Partial<Record<'actionId' | 'blockId' | 'value' | 'container', unknown>>>;

const choices: readonly unknown[] = ['type', 'state'];

/** Reads a click on a button or a choice. */
export function readBlockAction({ actionId, blockId, value, container }: Sent): Touched {
	return {
		action: text(actionId),
		...(choices.includes(actionId) ? { value: blockId, text: text(value) } : { value }),
		...(isRecord(container) && container.type === 'view' && { viewId: text(container.id) }),
	};
}

function text(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

const search = 'search';

/**
 * Reads a search. The button has the newest question, because a field keeps the block that it was typed in; but some clients send
 * what was typed and nothing else.
 */
export function readViewSubmit(view: unknown): Touched {
	const { id, state, submit }: Readonly<Record<string, unknown>> = isRecord(view) ? view : {};
	const blocks = Object.entries(isRecord(state) ? state : {});
	const [blockId, field] = blocks.find(([, block]) => isRecord(block) && search in block) ?? [];
	const asked = isRecord(submit) && submit.value !== undefined ? submit.value : blockId;
	return { action: search, value: asked, text: text(isRecord(field) ? field[search] : undefined), viewId: text(id) };
}
