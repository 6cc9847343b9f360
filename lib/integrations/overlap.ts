/**
 * Which integrations fire on the same message. Trigger words are compared as the server's triggerHandler does: case-sensitively,
 * at the beginning of a message, or anywhere in it.
 */
import type { Finding } from './finding';
import type { OutgoingIntegration } from './integration';
import type { Row } from './reach';

/** Whether an outgoing integration listens to the messages of this room, and not only to other events or posts its answers here. */
export function hearsMessages({ integration, reach }: Row): boolean {
	return integration.type === 'outgoing' && integration.event === 'sendMessage' && !reach.answersOnly;
}

/** Finds the first other integration that fires on a word of this one, which is switched on; false where there is none. */
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

/** A trigger word of either on which, sent alone, both fire. */
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
