/** Reads what a client sends with a click or a search. The server checks none of it, and neither does this file: click.ts does. */
import { isRecord, toText } from '../util/guards';

/** Which control was used, and what it carries. */
export interface Touched {
	readonly action: string;
	/** The query, for `readButtonValue`: a button's value; for a choice or a text field the id of its block, as its value is the input. */
	readonly value: unknown;
	/** What was chosen or typed. */
	readonly text?: string;
	/** The panel's id; undefined for a control of a message. */
	readonly viewId?: string;
}

/** What the engine hands over with a click on a button or a choice. */
type Sent = Readonly<Partial<Record<'actionId' | 'blockId' | 'value' | 'container', unknown>>>;

/** The actions of choices, as searchForm.ts makes them. */
const choices: readonly unknown[] = ['type', 'state'];

/** Reads a click on a button or a choice. */
export function readBlockAction({ actionId, blockId, value, container }: Sent): Touched {
	return {
		action: toText(actionId),
		...(choices.includes(actionId) ? { value: blockId, text: toText(value) } : { value }),
		...(isRecord(container) && container.type === 'view' && { viewId: toText(container.id) }),
	};
}

/** The action of the text field and of the button that sends it. */
const search = 'search';

/**
 * Reads a sent search. The query is taken from the button, because a text field may still carry the block id of an older panel;
 * clients that do not send the button leave only that.
 */
export function readViewSubmit(view: unknown): Touched {
	const { id, state, submit }: Readonly<Record<string, unknown>> = isRecord(view) ? view : {};
	const blocks = Object.entries(isRecord(state) ? state : {});
	const [blockId, field] = blocks.find(([, block]) => isRecord(block) && search in block) ?? [];
	const asked = isRecord(submit) && submit.value !== undefined ? submit.value : blockId;
	return { action: search, value: asked, text: toText(isRecord(field) ? field[search] : undefined), viewId: toText(id) };
}
