/** The words that may follow the command, as one table: it parses them, prints them and makes the help. */

/** What a word can say something about. */
export type Slot = 'action' | 'type' | 'state' | 'scope' | 'page' | 'visibility';

/** What a word sets. Two words of one slot contradict each other. `takesNumber`: the next word is its value. */
export interface Rule {
	readonly slot: Slot;
	readonly takesNumber?: true;
}

/** The grammar, in the order in which help shows it. */
const grammar = {
	list: { slot: 'action' },
	incoming: { slot: 'type' },
	outgoing: { slot: 'type' },
	enabled: { slot: 'state' },
	disabled: { slot: 'state' },
	here: { slot: 'scope' },
	page: { slot: 'page', takesNumber: true },
	private: { slot: 'visibility' },
	share: { slot: 'visibility' },
	help: { slot: 'action' },
} as const satisfies Record<string, Rule>;

export type Word = keyof typeof grammar;

/** Whether a word is one of the grammar's. */
export const isWord = (word: string): word is Word => Object.prototype.hasOwnProperty.call(grammar, word);

/** Every word of the grammar, in the order of help. */
export const words: readonly Word[] = Object.keys(grammar).filter(isWord);

/** What a word sets. */
export const ruleOf = (word: Word): Rule => grammar[word];

/** The name of the command, as it is typed. */
export const command = 'integrations';

/** Spellings of `help` that people try first. */
const spellings = new Map<string, Word>([
	['?', 'help'],
	['h', 'help'],
]);

/** The word that somebody meant: capitals and leading dashes are forgiven, also the long dashes that phones make of two short ones. */
export const normalise = (typed: string): string => {
	const bare = typed.toLowerCase().replace(/^[-–—]+/, '');
	return spellings.get(bare) ?? bare;
};
