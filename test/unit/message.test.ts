import { describe, expect, test } from '@jest/globals';
import type { Fetched } from '../../lib/fetchIntegrations';
import type { Message } from '../../lib/message';
import { renderForCallerOnly, renderReport } from '../../lib/message';
import type { Report } from '../../lib/report';
import { buildReport, fitPage } from '../../lib/report';
import type { Locale } from '../../lib/strings';
import { translator } from '../../lib/strings';
import { incoming, outgoing, query, room, valueOf } from './builders';

const design: Fetched = {
	integrations: [
		incoming({ id: '1', alias: 'Deploy bot' }),
		incoming({ id: '2', name: 'Nagios', enabled: false, username: 'monitor', createdBy: 'li', createdAt: '2023-11-20' }),
		outgoing({ id: '3', createdBy: 'graywolf336', createdAt: '2017-01-05', channels: ['all_public_channels'] }),
	],
	total: 3,
	unreadable: 0,
};

const report = (fetched: Partial<Fetched> = {}, frame: Partial<Parameters<typeof buildReport>[1]> = {}): Report =>
	valueOf(buildReport({ ...design, ...fetched }, { room, query: query(), includeGlobal: true, pageSize: 20, ...frame }));

const say = (message: Message) => `\n${message.text}\n`;
const inBoth = (render: (locale: Locale) => Message) => say({ text: `${render('en').text}\n\n${render('pt-BR').text}` });
const summary = (...args: Parameters<typeof report>) => inBoth((locale) => renderReport(report(...args), translator(locale)));

test('the summary of a room', () => {
	expect(summary()).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 3 reach this room: 2 incoming, 1 outgoing, 1 disabled
		*Incoming: post here*
		- \`Nagios\` **disabled**, posts as \`monitor\`, by \`li\`, since 2023-11-20
		- \`GitHub deploys\` posts as \`rocket.cat\` (\`Deploy bot\`), by \`ana\`, since 2024-05-02
		*Outgoing: listen here*
		- \`Guggy\` on \`!guggy\`, \`guggy\`, \`gif+\` sends to \`text2gif.guggy.com\`, posts as \`rocket.cat\`, by \`graywolf336\`, since 2017-01-05, all public channels
		Page 1 of 1

		**Integrações em #support**: 3 alcançam esta sala: 2 de entrada, 1 de saída, 1 desativada
		*De entrada: publicam aqui*
		- \`Nagios\` **desativada**, publica como \`monitor\`, por \`li\`, desde 2023-11-20
		- \`GitHub deploys\` publica como \`rocket.cat\` (\`Deploy bot\`), por \`ana\`, desde 2024-05-02
		*De saída: escutam aqui*
		- \`Guggy\` com \`!guggy\`, \`guggy\`, \`gif+\` envia para \`text2gif.guggy.com\`, publica como \`rocket.cat\`, por \`graywolf336\`, desde 2017-01-05, todos os canais públicos
		Página 1 de 1
		"
	`);
});

test('one integration alone', () => {
	expect(summary({ integrations: [incoming()], total: 1 })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 1 reaches this room: 1 incoming
		*Incoming: post here*
		- \`GitHub deploys\` posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02
		Page 1 of 1

		**Integrações em #support**: 1 alcança esta sala: 1 de entrada
		*De entrada: publicam aqui*
		- \`GitHub deploys\` publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02
		Página 1 de 1
		"
	`);
});

test('a page of several, with the words for the next one', () => {
	expect(summary({}, { query: query({ state: 'enabled' }), pageSize: 1 })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 2 of 3, enabled
		*Incoming: post here*
		- \`GitHub deploys\` posts as \`rocket.cat\` (\`Deploy bot\`), by \`ana\`, since 2024-05-02
		Page 1 of 2. Next: \`/integrations enabled page 2\`

		**Integrações em #support**: 2 de 3, ativadas
		*De entrada: publicam aqui*
		- \`GitHub deploys\` publica como \`rocket.cat\` (\`Deploy bot\`), por \`ana\`, desde 2024-05-02
		Página 1 de 2. Próxima: \`/integrations enabled page 2\`
		"
	`);
});

test('filters are named, even where nothing matches', () => {
	expect(summary({}, { query: query({ type: 'outgoing', state: 'disabled', scope: 'here' }) })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 0 of 3, outgoing, disabled, naming this room

		**Integrações em #support**: 0 de 3, de saída, desativadas, que indicam esta sala
		"
	`);
});

test.each([
	['channel', true],
	['group', true],
	['channel', false],
] as const)('nothing in a %s, all rooms included: %s', (kind, includeGlobal) => {
	expect(summary({ integrations: [], total: 0 }, { room: { ...room, kind }, includeGlobal })).toMatchSnapshot();
});

describe('what is missing is said', () => {
	test.each(['pagingRefused', 'tooSlow', 'rateLimited', 'serverError'] as const)('%s', (kind) => {
		const cutShort = { kind, seconds: 1, status: 502 };
		expect(summary({ total: 60, cutShort })).toMatchSnapshot();
	});

	test('rows that could not be read', () => {
		expect(summary({ integrations: [incoming()], total: 3, unreadable: 2 })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: 1 of 3 shown: 1 incoming
		*Incoming: post here*
		- \`GitHub deploys\` posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02
		2 entries of the server's list could not be read and are left out.
		Page 1 of 1

		**Integrações em #support**: 1 de 3 mostradas: 1 de entrada
		*De entrada: publicam aqui*
		- \`GitHub deploys\` publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02
		2 itens da lista do servidor não puderam ser lidos e ficaram de fora.
		Página 1 de 1
		"
	`);
	});

	test('nothing was readable: not "no integrations"', () => {
		expect(summary({ integrations: [], total: 2, unreadable: 2 })).toMatchInlineSnapshot(`
		"
		**Integrations in #support**: none of 2 could be read
		2 entries of the server's list could not be read and are left out.

		**Integrações em #support**: nenhuma de 2 pôde ser lida
		2 itens da lista do servidor não puderam ser lidos e ficaram de fora.
		"
	`);
	});
});

test('a room whose name is no slug is shown as data', () => {
	expect(renderReport(report({}, { room: { ...room, name: '@all `x`' } }), translator('en')).text).toContain(
		"**Integrations in `@all 'x'`**: 3 reach",
	);
});

test.each(['readOnly', 'archived', 'encrypted', 'muted', 'tooLong', 'unknown'] as const)(
	'for the caller alone: %s',
	(obstacle) => {
		expect(inBoth((locale) => renderForCallerOnly({ text: '(the summary)' }, obstacle, translator(locale)))).toMatchSnapshot();
	},
);

describe.each([500, 5000])('within a limit of %i', (limit) => {
	test.each(['en', 'pt-BR'] as const)('the pages together show every row once (%s)', (locale) => {
		const integrations = Array.from({ length: 120 }, (_, index) => {
			const id = `n${String(index).padStart(3, '0')}`;
			const fields = {
				id,
				name: `${id} ${'W'.repeat(300)}`,
				enabled: index % 3 > 0,
				alias: 'x'.repeat(300),
				script: 'error',
			} as const;
			return index % 2 ? incoming(fields) : outgoing({ ...fields, channels: ['all_public_channels', '#a', '#b'] });
		});
		const pageSize = fitPage(100, limit);
		const pages = Math.ceil(120 / pageSize);
		const texts = Array.from({ length: pages }, (_, index) => {
			const asked = query({ page: index + 1 });
			return renderReport(
				report({ integrations, total: 120 }, { query: asked, pageSize, room: { ...room, name: 'r'.repeat(60) } }),
				translator(locale),
			).text;
		});
		expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(limit);
		expect(texts.flatMap((text) => text.match(/`n\d{3}/g) ?? []).sort()).toEqual(integrations.map(({ id }) => `\`${id}`));
	});
});
