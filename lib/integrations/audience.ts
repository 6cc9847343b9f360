/** Who reads an answer, and which rows that lets them see: decided here for every answer. */
import type { Row } from './reach';

/** Into the room, to the caller alone, or to a caller who is a workspace admin alone. */
export type Audience = 'room' | 'caller' | 'admin';

/** What names no room is named to a workspace admin in private alone; to everyone else it is a count. */
export function visibleTo(audience: Audience, { reach }: Row): boolean {
	return audience === 'admin' || reach.part !== 'remote';
}
