/**
 * What a control carries: the question that it stands in, never an answer. A client sends back whatever it likes
 * (server-contract.md, section 12), so what comes is read like typed words, and a message is asked whether it offers it.
 */
import { readTerms } from '../query/terms';
import { fail, type Result, success } from '../failure';
import type { Entry } from '../query/grammar';
import { entriesOf } from '../query/printQuery';
import type { Query } from '../query/query';
import { isRecord } from '../util/guards';

/** Where a question was asked, and by whom: ids. */
export interface Origin {
	readonly roomId: string;
	readonly askerId: string;
	/** Empty outside of threads. */
	readonly threadId: string;
}

/** A question, and where it was asked. */
export interface Asked {
	readonly query: Query;
	readonly origin: Origin;
}

export interface ButtonValue extends Asked {
	/** What the control chooses beside its action: an integration's id, a type, a state; mostly empty. */
	readonly choice: string;
}

/** Of the form below: a control of another one is from another version of the app. */
const version = 1;

/** The value of a control. A question's `fresh` was for its own answer. */
export function printButtonValue({ query, origin, choice }: ButtonValue): string {
	const { roomId, askerId, threadId } = origin;
	return JSON.stringify([version, roomId, askerId, threadId, choice, ...entriesOf({ ...query, fresh: undefined })]);
}

/** Longer than any value, in UTF-16 units. */
const longest = 4000;

/** Reads the value of a control; fails with `stale` for what this version of the app did not make. */
export function readButtonValue(value: unknown): Result<ButtonValue, 'stale'> {
	const parts = typeof value === 'string' && value.length <= longest ? parse(value) : undefined;
	const list: readonly unknown[] = Array.isArray(parts) ? parts : [];
	const [made, roomId, askerId, threadId, choice, ...entries] = list;
	const isOurs = made === version && isId(roomId) && isId(askerId) && isId(threadId) && isId(choice);
	if (!isOurs || !entries.every(isEntry)) {
		return fail({ kind: 'stale' });
	}
	const query = readTerms(entries);
	return query.ok ? success({ query: query.value, origin: { roomId, askerId, threadId }, choice }) : fail({ kind: 'stale' });
}

function parse(value: string): unknown {
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
}

const longestId = 100;

function isId(value: unknown): value is string {
	return typeof value === 'string' && value.length <= longestId;
}

function isEntry(value: unknown): value is Entry {
	return Array.isArray(value) && value.length <= 2 && value.length > 0 && value.every((part) => typeof part === 'string');
}

/** Whether the blocks of a stored message hold a control of exactly this action and value. */
export function isOffered(blocks: readonly unknown[], action: string, value: string): boolean {
	return blocks
		.flatMap(controlsOf)
		.some((control) => isRecord(control) && control.actionId === action && control.value === value);
}

function controlsOf(block: unknown): unknown[] {
	return isRecord(block) ? [block.accessory, block.elements].flat() : [];
}
