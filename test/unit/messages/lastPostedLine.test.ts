import { describe, expect, test } from '@jest/globals';
import { toRecentPosts } from '../../../lib/integrations/evidence';
import type { Integration } from '../../../lib/integrations/integration';
import { ago, lastPostedLine, unlistedLine } from '../../../lib/messages/lastPostedLine';
import { translator } from '../../../lib/messages/translate';
import { incoming, outgoing } from '../../support/builders';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const now = Date.UTC(2026, 5, 1);
function both<T>(say: (t: ReturnType<typeof translator>) => T): T[] {
	return (['en', 'pt-BR'] as const).map((locale) => say(translator(locale)));
}

test.each([
	[0, 'just now', 'agora mesmo'],
	[minute - 1, 'just now', 'agora mesmo'],
	[-hour, 'just now', 'agora mesmo'],
	[minute, '1 minute ago', 'há 1 minuto'],
	[2 * minute, '2 minutes ago', 'há 2 minutos'],
	[hour - 1, '59 minutes ago', 'há 59 minutos'],
	[hour, '1 hour ago', 'há 1 hora'],
	[2 * hour - 1, '1 hour ago', 'há 1 hora'],
	[3 * hour, '3 hours ago', 'há 3 horas'],
	[2 * day - 1, '1 day ago', 'há 1 dia'],
	[2 * day, '2 days ago', 'há 2 dias'],
	[400 * day, '400 days ago', 'há 400 dias'],
])('%i ms: %s', (since, ...texts) => {
	expect(both((t) => ago(now - since, now, t))).toEqual(texts);
});

function recent(posts: Readonly<Record<string, number>>, messages = 300, known: string[] = []) {
	return toRecentPosts({ messages, lastPosts: new Map(Object.entries(posts)) }, known, now);
}
function posted(integration: Integration, ...args: Parameters<typeof recent>) {
	return both((t) => lastPostedLine(integration, recent(...args), t)).flat();
}

describe('when one posted last', () => {
	test('an incoming one, an outgoing one', () => {
		const lines = ['- Last posted: 3 hours ago', '- Última publicação: há 3 horas'];
		expect(posted(incoming({ id: 'A' }), { A: now - 3 * hour, B: now })).toEqual(lines);
		expect(posted(outgoing({ id: 'A' }), { A: now - 3 * hour })).toEqual(lines);
	});

	test.each([
		[
			300,
			[
				'- Last posted: not among the newest 300 messages of this room',
				'- Última publicação: não está nas 300 mensagens mais novas desta sala',
			],
		],
		[
			1,
			[
				'- Last posted: not among the newest 1 message of this room',
				'- Última publicação: não está na 1 mensagem mais nova desta sala',
			],
		],
		[0, []],
	])('an incoming one, not among %i messages', (messages, lines) => {
		expect(posted(incoming({ id: 'A' }), { B: now }, messages)).toEqual(lines);
	});

	test('an outgoing one need not post: nothing is said', () => {
		expect(posted(outgoing({ id: 'A' }), { B: now })).toEqual([]);
	});
});

describe('who posted that is in no list', () => {
	const unlisted = (...args: Parameters<typeof recent>) => both((t) => unlistedLine(recent(...args), t)).flat();

	const [A, B, C] = ['A', 'B', 'C'].map((letter) => letter.repeat(17)) as [string, string, string];

	test('one, and several', () => {
		const lines = [
			...unlisted({ [A]: now - day, [B]: now }, 300, [B]),
			...unlisted({ [A]: now - day, [B]: now - hour, [C]: now }, 300, [C]),
		];
		expect(`\n${lines.join('\n')}\n`).toMatchInlineSnapshot(`
		"
		1 more integration posted here, the last time 1 day ago: it was deleted, serves another room by now, is redirected here, is left out by the app's settings, or cannot be seen by the user whose token the app uses.
		Mais 1 integração publicou aqui, pela última vez há 1 dia: foi excluída, agora serve outra sala, é redirecionada para cá, fica de fora pelas configurações do aplicativo, ou não pode ser vista pelo usuário cujo token o aplicativo usa.
		2 more integrations posted here, the last time 1 hour ago: they were deleted, serve other rooms by now, are redirected here, are left out by the app's settings, or cannot be seen by the user whose token the app uses.
		Mais 2 integrações publicaram aqui, pela última vez há 1 hora: foram excluídas, agora servem outras salas, são redirecionadas para cá, ficam de fora pelas configurações do aplicativo, ou não podem ser vistas pelo usuário cujo token o aplicativo usa.
		"
	`);
	});

	test('none', () => {
		expect(unlisted({ [A]: now }, 300, [A, B])).toEqual([]);
		expect(unlisted({})).toEqual([]);
	});

	test('their ids do not show', () => {
		expect(unlisted({ CANARY67890123456: now, 'CANARY@all': now }).join()).not.toContain('CANARY');
	});
});
