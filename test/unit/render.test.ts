import { expect, test } from '@jest/globals';
import { answer } from '../../lib/answer';
import type { Query } from '../../lib/query';
import { renderAnswer } from '../../lib/render';
import { translator } from '../../lib/strings';
import { query, valueOf } from './builders';
import { host, question } from './host';

/** What `li` reads. */
const read = async (asked: Partial<Query>, locale: 'en' | 'pt-BR' = 'en') =>
	renderAnswer(valueOf(await answer(question({ query: query(asked) }), host().ports)), translator(locale)).text;

test.each<[Partial<Query>, string, string]>([
	[{}, '**Integrations in #support**: 1 reaches this room', '**Integrações em #support**: 1 alcança esta sala'],
	[{ show: 'Deploys' }, '**`Deploys`**, incoming', '**`Deploys`**, de entrada'],
])('%j', async (asked, english, portuguese) => {
	expect((await read(asked)).startsWith(english)).toBe(true);
	expect((await read(asked, 'pt-BR')).startsWith(portuguese)).toBe(true);
});

test('a check of the set-up is in words, too', async () => {
	expect(await read({ action: 'status' })).not.toBe(await read({}));
	expect(await read({ action: 'status' }, 'pt-BR')).not.toBe(await read({ action: 'status' }));
});

test('nothing of another room in any of them', async () => {
	const texts = await Promise.all([{}, { show: 'Deploys' }, { action: 'status' as const }].map(async (asked) => read(asked)));
	expect(texts.join('\n')).not.toContain('CANARY');
});
