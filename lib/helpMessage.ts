/** The grammar in words. */
import { words } from './grammar';
import type { Message } from './message';
import type { Query } from './query';
import { printQuery } from './query';
import type { Translate } from './strings';

const examples: readonly Query[] = [
	{ action: 'list', type: 'outgoing', state: 'disabled', page: 1 },
	{ action: 'list', scope: 'here', visibility: 'private', page: 1 },
	{ action: 'list', page: 2 },
];

/** The help, made of the table that parses, so that it cannot leave out a word. */
export const renderHelp = (t: Translate): Message => ({
	text: [
		t('help_head', {}),
		...words.map((word) => `- \`${word}\`: ${t(`help_${word}`, {})}`),
		`${t('help_examples', {})} ${examples.map((query) => `\`${printQuery(query)}\``).join(', ')}`,
	].join('\n'),
});
