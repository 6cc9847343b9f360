import { describe, expect, test } from '@jest/globals';
import { answer } from '../../../lib/answer';
import { fail, success } from '../../../lib/failure';
import { renderFailure } from '../../../lib/messages/renderFailure';
import { renderHelp } from '../../../lib/messages/renderHelp';
import { renderReply } from '../../../lib/messages/renderReply';
import { translator } from '../../../lib/messages/translate';
import { everyLocale, query } from '../../support/builders';
import { host, question } from '../../support/host';
import type { Query } from '../../../lib/query/query';

/** What `li` reads. */
async function read(asked: Partial<Query>) {
	return renderReply(await answer(question({ query: query(asked) }), host().ports), translator('en')).text;
}

test.each<[Partial<Query>, string]>([
	[{}, '**Integrations in #support**: 1 here (1 posts)'],
	[{ show: 'Deploys' }, '**`Deploys`**, incoming'],
	[{ action: 'help' }, '**What you can type**'],
])('the answer to %j is put into words', async (asked, beginning) => {
	expect((await read(asked)).startsWith(beginning)).toBe(true);
});

test('a check of the set-up is in words, too', async () => {
	expect((await read({ action: 'status' })).startsWith('**Set-up check**: ')).toBe(true);
});

test('nothing of another room in any of them', async () => {
	const texts = await Promise.all([{}, { show: 'Deploys' }, { action: 'status' as const }].map(async (asked) => read(asked)));
	expect(texts.join('\n')).not.toContain('CANARY');
});

describe('a reply', () => {
	test('is the answer, or what went wrong', () => {
		const t = translator('pt-BR');
		expect(renderReply(success({ kind: 'help' }), t)).toEqual(renderHelp(t));
		expect(renderReply(fail({ kind: 'stale' }), t)).toEqual(renderFailure({ kind: 'stale' }, t));
	});

	test.each<[Partial<Query>]>([
		[{}],
		[{ show: 'Deploys' }],
		[{ action: 'status' }],
		[{ action: 'help' }],
		[{ show: 'none' }],
		[{ page: 9 }],
	])('of %j shows in its parts just what its text says', async (asked) => {
		const reply = await answer(question({ query: query(asked) }), host().ports);
		for (const locale of everyLocale) {
			const { text, sections, context } = renderReply(reply, translator(locale));
			expect([...sections, ...context].join('\n')).toBe(text);
			expect([...sections, ...context].every((part) => part.trim() !== '')).toBe(true);
			expect(text).not.toContain('CANARY');
		}
	});
});
