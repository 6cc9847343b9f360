/** The room that is asked about, as far as integrations may name it. */

/** One of the people of a direct message. */
export interface Person {
	readonly id: string;
	/** Empty where it could not be looked up. */
	readonly username: string;
}

/** A room without what only the engine needs: `place` is this, `room` is the engine's record. */
export interface Place {
	readonly id: string;
	readonly kind: 'channel' | 'group' | 'direct';
	readonly discussion: boolean;
	/** What people call it: its slug, or a discussion's shown name; empty for a direct message. */
	readonly title: string;
	/** What integrations may call it beside its id: the slug. Empty for a direct message. */
	readonly names: readonly string[];
	/** The shown name, which people take for the name, where it differs from the slug; empty otherwise, and for a discussion. */
	readonly shownName: string;
	/** The people of a direct message; empty for other rooms. */
	readonly people: readonly Person[];
	readonly encrypted: boolean;
	readonly readOnly: boolean;
	/** Usernames: who may not post, and who may although the room is read-only. */
	readonly muted: readonly string[];
	readonly unmuted: readonly string[];
}

/** The whole workspace, where that is asked about instead of a room. */
interface Workspace {
	readonly kind: 'workspace';
}

/** What is asked about. */
export type Subject = Place | Workspace;

/** Whether a stored room name or id, with or without `#`, is this room's. */
export function isCalledBy(stored: string, { id, names }: Place): boolean {
	return [id, ...names].includes(stored.replace(/^#/, ''));
}
