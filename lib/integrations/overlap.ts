/** Which integrations fire on the same message: trigger words are compared as the server compares them, letter by letter. */
import type { Finding } from './finding';
import type { OutgoingIntegration } from './integration';
import type { Row } from './reach';

/** Whether it hears this room's messages: one that only answers here does not, and other events know no words. */
export function hearsMessages({ integration, reach }: Row): boolean {
	return integration.type === 'outgoing' && integration.event === 'sendMessage' && !reach.answersOnly;
}

/** The first other integration that fires on a word of this one, both being switched on and hearing this room. */
export function findOverlap(row: Row, rows: readonly Row[]): Finding | false {
	const { integration } = row;
	if (integration.type !== 'outgoing' || !hearsMessages(row)) {
		return false;
	}
	for (const rival of rows.filter(hearsMessages)) {
		const other = rival.integration;
		const word =
			other.type === 'outgoing' && other.enabled && other.id !== integration.id ? commonWord(integration, other) : undefined;
		if (word !== undefined) {
			return { kind: 'sameWords', word, other: other.name };
		}
	}
	return false;
}

/** The message of a single word on which both fire. */
function commonWord(one: OutgoingIntegration, other: OutgoingIntegration): string | undefined {
	const pairs = one.triggerWords.flatMap((word) => other.triggerWords.map((rival) => [word, rival] as const));
	for (const [word, rival] of pairs) {
		if (firesOn(word, rival, other)) {
			return word;
		}
		if (firesOn(rival, word, one)) {
			return rival;
		}
	}
	return undefined;
}

function firesOn(message: string, word: string, { anywhere }: OutgoingIntegration): boolean {
	return anywhere ? message.includes(word) : message.startsWith(word);
}
