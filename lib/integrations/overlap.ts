/**
 * Which integrations fire on the same message. Trigger words are compared as the server's triggerHandler does: case-sensitively,
 * at the beginning of a message, or anywhere in it.
 */
import { matchingWords } from './firing';
import type { OutgoingIntegration } from './integration';

/** A word on which another integration fires, too. */
export interface Overlap {
	readonly word: string;
	/** The name of the other one. */
	readonly other: string;
}

/** Whose words are compared. */
export interface Hearers {
	/** The members of each group hear the same messages. */
	readonly groups: readonly (readonly OutgoingIntegration[])[];
	/** Those that have more places than are compared. */
	readonly cut: readonly OutgoingIntegration[];
}

/** What came out of comparing. */
export interface Compared {
	/** By id of an integration: the first other one that fires on a word of it, or on whose word it fires. */
	readonly overlaps: ReadonlyMap<string, Overlap>;
	/** How many integrations have words that were not compared. */
	readonly skipped: number;
}

/** Bounds, because anybody who may make webhooks decides how many words there are: words, those of them that may stand anywhere, and letters. */
const most = { words: 5000, anywhere: 100, letters: 100 };

/** A word, and whose it is. */
interface Entry {
	readonly word: string;
	readonly owner: OutgoingIntegration;
}

/** Compares the trigger words of the members of each group. */
export function findOverlaps({ groups, cut }: Hearers): Compared {
	const overlaps = new Map<string, Overlap>();
	const skipped = new Set(cut.map(({ id }) => id));
	const take = withinBounds(skipped);
	for (const owners of groups) {
		compare(owners.flatMap(take), overlaps);
	}
	return { overlaps, skipped: skipped.size };
}

function compare(entries: readonly Entry[], overlaps: Map<string, Overlap>): void {
	for (const pairs of [sharedBeginnings(entries), heldWords(entries)]) {
		for (const [{ word, owner }, { owner: other }] of pairs) {
			if (owner !== other) {
				overlaps.set(owner.id, overlaps.get(owner.id) ?? { word, other: other.name });
				overlaps.set(other.id, overlaps.get(other.id) ?? { word, other: owner.name });
			}
		}
	}
}

/**
 * Gives of one integration after the other the words that are within the bounds, of all groups together. Words are counted as they
 * are looked at, and past the bound none is: what is left out must cost no time, either.
 */
function withinBounds(skipped: Set<string>): (owner: OutgoingIntegration) => Entry[] {
	let [words, anywhere] = [0, 0];
	const isWithin = (word: string, owner: OutgoingIntegration): boolean =>
		++words <= most.words && word.length <= most.letters && (!owner.anywhere || ++anywhere <= most.anywhere);
	return (owner) => {
		const all = words < most.words ? matchingWords(owner) : [];
		const taken = all.filter((word) => isWithin(word, owner));
		if (all.length === 0 || taken.length < all.length) {
			skipped.add(owner.id);
		}
		return taken.map((word) => ({ word, owner }));
	};
}

/** A word that both fire on where it is the message, and one that it begins with or holds. */
type Pair = readonly [message: Entry, other: Entry];

/** Looks up the beginnings of each word among all words: comparing each word with each other one would take too long. */
function* sharedBeginnings(entries: readonly Entry[]): Iterable<Pair> {
	const byWord = groupByWord(entries);
	for (const entry of entries) {
		for (let length = 1; length <= entry.word.length; length++) {
			for (const other of byWord.get(entry.word.slice(0, length)) ?? []) {
				yield [entry, other];
			}
		}
	}
}

/** Two owners of a word are enough: for any third one, there is another one among them. */
function groupByWord(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
	const byWord = new Map<string, Entry[]>();
	for (const entry of entries) {
		const [first, second] = byWord.get(entry.word) ?? [];
		if (!first || (!second && first.owner !== entry.owner)) {
			byWord.set(entry.word, first ? [first, entry] : [entry]);
		}
	}
	return byWord;
}

function* heldWords(entries: readonly Entry[]): Iterable<Pair> {
	for (const other of entries.filter(({ owner }) => owner.anywhere)) {
		for (const entry of entries.filter(({ word }) => word.includes(other.word))) {
			yield [entry, other];
		}
	}
}
