/** Who reads an answer, and which rows they may see: the only place that decides this. */
import type { Row } from './reach';

/** `room`: posted for everybody there. `caller`, `admin`: private to a caller who is no workspace admin, or is one. */
export type Audience = 'room' | 'caller' | 'admin';

/** Whether a row may be shown. Rows that do not name the room (`remote`) are shown to workspace admins only; for others they are counted. */
export function visibleTo(audience: Audience, { reach }: Row): boolean {
	return audience === 'admin' || reach.part !== 'remote';
}
