/** Which integrations fire on the same message: trigger words are compared as the server compares them, letter by letter. */
import type { Finding } from './finding';
import type { OutgoingIntegration } from './integration';
import type { Place, Row } from './reach';

/** Whether its list of channels, or its having none, brings it here: its answers alone do not. */
const listensHere = ({ integration: { channels }, reach: { reason, elsewhere } }: Row, { kind }: Place): boolean =>
	reason !== 'answersHere' || elsewhere.length < channels.length || (channels.length === 0 && kind === 'channel');

/** Whether it hears the messages of the place: one that only answers there does not, and other events know no words. */
export const hearsMessages = (row: Row, place: Place): boolean =>
	row.integration.type === 'outgoing' && row.integration.event === 'sendMessage' && listensHere(row, place);

const firesOn = (message: string, word: string, { anywhere }: OutgoingIntegration): boolean =>
	anywhere ? message.includes(word) : message.startsWith(word);

/** The message of a single word on which both fire. */
const commonWord = (one: OutgoingIntegration, other: OutgoingIntegration): string | undefined => {
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
};

/** The first other integration that fires on a word of this one, both being switched on and hearing this room. */
export const findOverlap = (row: Row, rows: readonly Row[], place: Place): Finding | false => {
	const { integration } = row;
	if (integration.type !== 'outgoing' || !hearsMessages(row, place)) {
		return false;
	}
	for (const rival of rows.filter((other) => hearsMessages(other, place))) {
		const other = rival.integration;
		const word =
			other.type === 'outgoing' && other.enabled && other.id !== integration.id ? commonWord(integration, other) : undefined;
		if (word !== undefined) {
			return { kind: 'sameWords', word, other: other.name };
		}
	}
	return false;
};
