/** The words that may follow the command, in one table: it serves for parsing, printing and help. */
import { tidy } from './tidy';

/** What a word can set. */
export type Slot =
	| 'action'
	| 'type'
	| 'state'
	| 'scope'
	| 'attention'
	| 'find'
	| 'by'
	| 'show'
	| 'sort'
	| 'descending'
	| 'page'
	| 'visibility'
	| 'fresh';

/** What follows a word: a page number, a username, an order, or the rest of the line. */
export type Value = 'number' | 'person' | 'order' | 'rest';

/** What a word sets, and which value follows it. Two different words for one slot contradict each other. */
export interface Rule {
	readonly slot: Slot;
	readonly takes?: Value;
	/** An example of the value, for the help. */
	readonly shown?: string;
}

/** The grammar, in the order in which help shows it. */
const grammar = {
	list: { slot: 'action' },
	incoming: { slot: 'type' },
	outgoing: { slot: 'type' },
	enabled: { slot: 'state' },
	disabled: { slot: 'state' },
	here: { slot: 'scope' },
	all: { slot: 'scope' },
	workspace: { slot: 'scope' },
	attention: { slot: 'attention' },
	by: { slot: 'by', takes: 'person', shown: '@user' },
	sort: { slot: 'sort', takes: 'order', shown: 'name' },
	desc: { slot: 'descending' },
	page: { slot: 'page', takes: 'number', shown: '2' },
	private: { slot: 'visibility' },
	share: { slot: 'visibility' },
	fresh: { slot: 'fresh' },
	browse: { slot: 'action' },
	watch: { slot: 'action' },
	unwatch: { slot: 'action' },
	changes: { slot: 'action' },
	export: { slot: 'action' },
	status: { slot: 'action' },
	help: { slot: 'action' },
	find: { slot: 'find', takes: 'rest', shown: 'text' },
	show: { slot: 'show', takes: 'rest', shown: 'name' },
} as const satisfies Record<string, Rule>;

/** A word of the grammar. */
export type Word = keyof typeof grammar;

/** A word as typed, or as a button carries it, and the value behind it, if any. */
export type Entry = readonly [word: string, value?: string];

/** What a list can be sorted by. */
export const orders = ['name', 'created', 'updated'] as const;

export type Order = (typeof orders)[number];

/** Every word of the grammar, in the order of help. */
export const words: readonly Word[] = Object.keys(grammar).filter(isWord);

/** The name of the command, as it is typed. */
export const command = 'integrations';

/** Whether a word is one of the grammar's. */
export function isWord(word: string): word is Word {
	return Object.prototype.hasOwnProperty.call(grammar, word);
}

/** The rule of a word. */
export function ruleOf(word: Word): Rule {
	return grammar[word];
}

/** What narrows a list, shows another part of it, or sends it elsewhere: watching is always about all of a room, and told there. */
const ofLists: readonly Word[] = [
	...(['incoming', 'outgoing', 'enabled', 'disabled', 'here', 'all', 'attention', 'by', 'find', 'show'] as const),
	...(['private', 'share'] as const),
];

/** Words that contradict each other although they set different things: the first with each of the others. */
export const contradictions: readonly (readonly [Word, readonly Word[]])[] = [
	['workspace', ['share', 'watch', 'unwatch', 'changes', 'status']],
	['export', ['share', 'show', 'page']],
	['watch', ofLists],
	['unwatch', ofLists],
	['changes', ofLists.filter((word) => word !== 'private')],
];

/** Other ways to ask for help. */
const spellings = new Map<string, Word>([
	['?', 'help'],
	['h', 'help'],
]);

/** A typed word in small letters, tidied, and without leading dashes, also long ones, which phones make of `--`. */
export function normalise(typed: string): string {
	const bare = tidy(typed.toLowerCase()).replace(/^[-‐-―−]+/, '');
	return spellings.get(bare) ?? bare;
}
