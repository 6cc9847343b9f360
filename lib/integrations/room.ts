/** The room that is asked about, as integrations may name it. */

export interface Person {
	readonly id: string;
	readonly username: string;
}

export interface Place {
	readonly id: string;
	readonly kind: 'channel' | 'group' | 'direct';
	readonly discussion: boolean;
	/** What people call it: a slug, or the shown name of a discussion. */
	readonly title: string;
	/** What integrations may call it: the slug. Empty for a direct message. */
	readonly names: readonly string[];
	/** The two people of a direct message. */
	readonly people: readonly Person[];
}

/** Whether a room as stored, with or without `#`, is this place. */
export function isCalledBy(stored: string, { id, names }: Place): boolean {
	return [id, ...names].includes(stored.replace(/^#/, ''));
}
