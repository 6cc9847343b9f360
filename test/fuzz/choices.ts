/** Who, and what, a number stands for: it counts around among what is there. */
import { readRoomId } from '../../lib/uikit/buttonValue';
import type { Person } from '../support/scene';
import { userIds } from '../workspace/sample';
import type { Deed } from './actions';
import type { Site } from './site';
import { type Control, isView, type Surface } from './surfaces';

export type Kind<K extends Deed['kind']> = Extract<Deed, { kind: K }>;

export function around<T>(all: readonly T[], at: number): T | undefined {
	return all[at % all.length];
}

const everybody = Object.keys(userIds) as Person[];

/** Whoever is meant, or one who is there. */
export function personAt(site: Site, at: number): Person {
	const there = everybody.filter((who) => site.workspace.users.some(({ id }) => id === userIds[who]));
	return around(there, at) ?? 'ana';
}

/** Mostly the one who sees it. */
export function viewerOf({ userId }: Surface, who: number, site: Site): Person {
	const owner = everybody.find((one) => userIds[one] === userId);
	return owner && who % 6 !== 0 ? owner : personAt(site, who);
}

/** The room of a control: that of its message, or in a panel the one that it names. */
export function roomOf({ where }: Surface, value: unknown): string {
	return isView(where) ? readRoomId(value) : where.roomId;
}

/** For a choice it is the block's id that names the room. */
export function valueOf({ actionId, blockId, value }: Control): unknown {
	return ['type', 'state'].includes(actionId) ? blockId : value;
}
