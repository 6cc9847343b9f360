/** What findings are judged by, beside the integration itself. */
import type { Audience } from './audience';
import type { LastRuns, People, Places, PostingRights } from './evidence';
import type { Finding } from './finding';
import type { Overlap } from './overlap';
import type { Row } from './reach';
import type { Subject } from './room';

/** What is known of a room, or of the whole workspace, and of those behind its integrations. */
export interface Known {
	readonly subject: Subject;
	/** Who reads the findings: where else an integration listens is told to workspace admins only. */
	readonly audience: Audience;
	/** All rows that the reader may see: a finding may name another of them, and must not name any other. */
	readonly rows: readonly Row[];
	readonly people: People;
	readonly lastRuns: LastRuns;
	readonly rights: PostingRights;
	/** The single rooms and people that rows of the whole workspace name. */
	readonly places: Places;
}

/** The same, with the trigger words of all rows compared. */
export interface KnownWithOverlaps extends Known {
	/** By id. */
	readonly overlaps: ReadonlyMap<string, Overlap>;
}

/** What was found: `false` for what was not. */
export type Found = readonly (Finding | false)[];
