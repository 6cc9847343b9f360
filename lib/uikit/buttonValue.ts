/**
 * The value that a control carries: the query that it belongs to, never rows of an answer. A client may send any value, unchecked
 * by the server, so it is read like typed words, and click.ts checks that the clicked message offers it (docs/threat-model.md).
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
	/** Empty outside a thread. */
	readonly threadId: string;
}

/** A query, and where it was asked. */
export interface Asked {
	readonly query: Query;
	readonly origin: Origin;
}

/** What a control carries. */
export interface ButtonValue extends Asked {
	/** What the action needs beside the query: an integration's id, for example; mostly empty. */
	readonly choice: string;
}

/** The version of this form: raise it when the form changes, so that controls of older messages are refused as `stale`. */
const version = 1;

/** The value of a control, as JSON. `fresh` is left out: it was meant for one answer, not for each click on it. */
export function printButtonValue({ query, origin, choice }: ButtonValue): string {
	const { roomId, askerId, threadId } = origin;
	const entries = entriesOf({ ...query, fresh: undefined }).map(cut);
	return JSON.stringify([version, roomId, askerId, threadId, choice, ...entries]);
}

/** UTF-16 units of a value that a control carries: `@`, and the most that is kept of a text. */
const longestPart = 101;

/** Only a name to show may be longer. Its beginning finds the same integration, or lists those that begin so. */
function cut([word, value]: Entry): Entry {
	return value === undefined ? [word] : [word, value.slice(0, longestPart)];
}

/** UTF-16 units; no value of the app is as long. */
const longest = 4000;

/** Reads the value of a control. `stale`: this version of the app did not make it. */
export function readButtonValue(value: unknown): Result<ButtonValue, 'stale'> {
	const [made, roomId, askerId, threadId, choice, ...entries] = partsOf(value);
	const isOurs = made === version && isId(roomId) && isId(askerId) && isId(threadId) && isId(choice);
	if (!isOurs || !entries.every(isEntry)) {
		return fail({ kind: 'stale' });
	}
	const query = readTerms(entries.map(cut));
	return query.ok ? success({ query: query.value, origin: { roomId, askerId, threadId }, choice }) : fail({ kind: 'stale' });
}

/** The id of the room that a control says it is of, whatever else it carries; empty where it says none. Not checked. */
export function readRoomId(value: unknown): string {
	const [, roomId] = partsOf(value);
	return isId(roomId) ? roomId : '';
}

function partsOf(value: unknown): readonly unknown[] {
	const parts = typeof value === 'string' && value.length <= longest ? parse(value) : undefined;
	return Array.isArray(parts) ? parts : [];
}

function parse(value: string): unknown {
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
}

/** UTF-16 units; ids have about 20. */
const longestId = 100;

function isId(value: unknown): value is string {
	return typeof value === 'string' && value.length <= longestId;
}

function isEntry(value: unknown): value is Entry {
	return Array.isArray(value) && value.length <= 2 && value.length > 0 && value.every((part) => typeof part === 'string');
}

/** Whether the blocks of a stored message hold a control with exactly this action and value. */
export function isOffered(blocks: readonly unknown[], action: string, value: string): boolean {
	return blocks
		.flatMap(controlsOf)
		.some((control) => isRecord(control) && control.actionId === action && control.value === value);
}

function controlsOf(block: unknown): unknown[] {
	return isRecord(block) ? [block.accessory, block.elements].flat() : [];
}
