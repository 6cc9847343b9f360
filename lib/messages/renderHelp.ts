/** The help. */
import { ruleOf, words } from '../query/grammar';
import { type Message, toMessage } from './message';
import type { Translate } from './translate';
import type { Query } from '../query/query';
import { wordsToType } from './names';

const examples: readonly Query[] = [
	{ action: 'list', type: 'outgoing', state: 'disabled', page: 1 },
	{ action: 'list', scope: 'here', visibility: 'private', page: 1 },
	{ action: 'list', sort: 'name', page: 2 },
	{ action: 'list', state: 'enabled', find: 'github.com', page: 1 },
	{ action: 'list', show: 'GitHub deploys', page: 1 },
	{ action: 'list', scope: 'workspace', attention: true, page: 1 },
];

/** The help, in the reader's language. It is made of the grammar's table, so that no word is left out. */
export function renderHelp(t: Translate): Message {
	return toMessage([
		t('help_head'),
		words
			.map((word) => ({ name: `\`${[word, ruleOf(word).shown ?? []].flat().join(' ')}\``, text: t(`help_${word}`) }))
			.map((named) => `- ${t('list_named', named)}`)
			.join('\n'),
		`${t('help_examples')} ${examples.map((query) => wordsToType(query)).join(', ')}`,
	]);
}
