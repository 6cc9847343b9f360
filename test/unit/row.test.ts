import { describe, expect, test } from '@jest/globals';
import type { Audience } from '../../lib/access';
import type { Integration } from '../../lib/integration';
import type { Place, Row } from '../../lib/reach';
import { rowLimit } from '../../lib/report';
import { reasonText, renderRow } from '../../lib/row';
import type { Locale } from '../../lib/strings';
import { translator } from '../../lib/strings';
import { directPlace, groupPlace, incoming, outgoing, place, rowsIn } from './builders';

const bare = { alias: '', createdBy: '', createdAt: '', username: '' } as const;
const of = (...integrations: Integration[]) => rowsIn(place, integrations);

const rows: Row[] = of(
	incoming({ alias: 'Deploy bot' }),
	incoming({ name: 'Nagios', enabled: false, username: 'monitor', createdBy: 'li', createdAt: '2023-11-20T00:00:00Z' }),
	incoming({ ...bare, name: '' }),
	incoming({ script: 'on', channels: ['#support', '#a'] }),
	incoming({ script: 'error', channels: ['#support', '#a', '#b', '@c'] }),
	outgoing(),
	outgoing({ triggerWords: [] }),
	outgoing({ hosts: [] }),
	outgoing({ hosts: ['a.example', '', 'a.example'], triggerWords: ['1', '2', '3', '4', '5'] }),
	outgoing({ event: '' }),
	outgoing({ event: '', triggerWords: [] }),
	...['fileUploaded', 'roomJoined', 'roomLeft', 'messageEdited'].map((event) => outgoing({ ...bare, name: event, event })),
);

const event = (name: string) => outgoing({ ...bare, name, event: name, channels: [], triggerWords: [] });

/** One row for each reason. */
const reasons: Row[] = [
	...of(
		incoming({ ...bare, name: 'named' }),
		incoming({ ...bare, name: 'namedById', channels: ['#SUPPORT1', '#CANARY-a'] }),
		outgoing({ ...bare, name: 'answersHere', channels: ['#CANARY-a', '@CANARY-b'], targetRoom: '#support' }),
		outgoing({ ...bare, name: 'publicChannels', channels: ['all_public_channels', 'all_direct_messages'] }),
	),
	...rowsIn(groupPlace, [outgoing({ ...bare, name: 'privateGroups', channels: ['all_private_groups'] })]),
	...rowsIn(directPlace, [outgoing({ ...bare, name: 'directMessages', channels: ['all_direct_messages'] })]),
	...of(
		outgoing({ ...bare, name: 'noChannel', channels: [] }),
		incoming({ ...bare, name: 'redirectable', channels: ['#CANARY-a'], redirectable: true }),
		event('roomCreated'),
		event('roomArchived'),
		event('userCreated'),
	),
];

const render = (all: readonly Row[], locale: Locale, audience: Audience = 'room') =>
	`\n${all.map((row) => renderRow(row, audience, translator(locale))).join('\n')}\n`;

test('in English', () => {
	expect(render(rows, 'en')).toMatchInlineSnapshot(`
		"
		- \`GitHub deploys\` posts as \`rocket.cat\` (\`Deploy bot\`), by \`ana\`, since 2024-05-02
		- \`Nagios\` **disabled**, posts as \`monitor\`, by \`li\`, since 2023-11-20
		- _unnamed_
		- \`GitHub deploys\` posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02, script, also 1 other place
		- \`GitHub deploys\` posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02, script error, also 3 other places
		- \`Guggy\` on \`!guggy\`, \`guggy\`, \`gif+\` sends to \`text2gif.guggy.com\`, posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02
		- \`Guggy\` on every message sends to \`text2gif.guggy.com\`, posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02
		- \`Guggy\` on \`!guggy\`, \`guggy\`, \`gif+\` sends nowhere, posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02
		- \`Guggy\` on \`1\`, \`2\`, \`3\` +2 sends to \`a.example\`, an unreadable address, posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02
		- \`Guggy\` on \`!guggy\`, \`guggy\`, \`gif+\` sends to \`text2gif.guggy.com\`, posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02
		- \`Guggy\` on … sends to \`text2gif.guggy.com\`, posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02
		- \`fileUploaded\` on every file sends to \`text2gif.guggy.com\`
		- \`roomJoined\` when somebody joins sends to \`text2gif.guggy.com\`
		- \`roomLeft\` when somebody leaves sends to \`text2gif.guggy.com\`
		- \`messageEdited\` on \`messageEdited\` sends to \`text2gif.guggy.com\`
		"
	`);
});

test('in Portuguese', () => {
	expect(render(rows, 'pt-BR')).toMatchInlineSnapshot(`
		"
		- \`GitHub deploys\` publica como \`rocket.cat\` (\`Deploy bot\`), por \`ana\`, desde 2024-05-02
		- \`Nagios\` **desativada**, publica como \`monitor\`, por \`li\`, desde 2023-11-20
		- _sem nome_
		- \`GitHub deploys\` publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02, script, mais 1 outro lugar
		- \`GitHub deploys\` publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02, erro no script, mais 3 outros lugares
		- \`Guggy\` com \`!guggy\`, \`guggy\`, \`gif+\` envia para \`text2gif.guggy.com\`, publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02
		- \`Guggy\` a cada mensagem envia para \`text2gif.guggy.com\`, publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02
		- \`Guggy\` com \`!guggy\`, \`guggy\`, \`gif+\` não envia a lugar nenhum, publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02
		- \`Guggy\` com \`1\`, \`2\`, \`3\` +2 envia para \`a.example\`, um endereço ilegível, publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02
		- \`Guggy\` com \`!guggy\`, \`guggy\`, \`gif+\` envia para \`text2gif.guggy.com\`, publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02
		- \`Guggy\` em … envia para \`text2gif.guggy.com\`, publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02
		- \`fileUploaded\` a cada arquivo envia para \`text2gif.guggy.com\`
		- \`roomJoined\` quando alguém entra envia para \`text2gif.guggy.com\`
		- \`roomLeft\` quando alguém sai envia para \`text2gif.guggy.com\`
		- \`messageEdited\` em \`messageEdited\` envia para \`text2gif.guggy.com\`
		"
	`);
});

describe('why it reaches the room', () => {
	test('in English', () => {
		expect(render(reasons, 'en')).toMatchInlineSnapshot(`
		"
		- \`named\`
		- \`namedById\` named by its id, also 1 other place
		- \`answersHere\` on \`!guggy\`, \`guggy\`, \`gif+\` sends to \`text2gif.guggy.com\`, its answers go here, also 2 other places
		- \`publicChannels\` on \`!guggy\`, \`guggy\`, \`gif+\` sends to \`text2gif.guggy.com\`, all public channels, also 1 other place
		- \`privateGroups\` on \`!guggy\`, \`guggy\`, \`gif+\` sends to \`text2gif.guggy.com\`, all private groups
		- \`directMessages\` on \`!guggy\`, \`guggy\`, \`gif+\` sends to \`text2gif.guggy.com\`, all direct messages
		- \`noChannel\` on \`!guggy\`, \`guggy\`, \`gif+\` sends to \`text2gif.guggy.com\`, no channel set, so all public channels
		- \`redirectable\` may be redirected here, also 1 other place
		- \`roomCreated\` when a room is created sends to \`text2gif.guggy.com\`, for the whole workspace
		- \`roomArchived\` when a room is archived sends to \`text2gif.guggy.com\`, for the whole workspace
		- \`userCreated\` when a user is created sends to \`text2gif.guggy.com\`, for the whole workspace
		"
	`);
	});

	test('in Portuguese', () => {
		expect(render(reasons, 'pt-BR')).toMatchInlineSnapshot(`
		"
		- \`named\`
		- \`namedById\` indicada pelo ID, mais 1 outro lugar
		- \`answersHere\` com \`!guggy\`, \`guggy\`, \`gif+\` envia para \`text2gif.guggy.com\`, suas respostas vêm para cá, mais 2 outros lugares
		- \`publicChannels\` com \`!guggy\`, \`guggy\`, \`gif+\` envia para \`text2gif.guggy.com\`, todos os canais públicos, mais 1 outro lugar
		- \`privateGroups\` com \`!guggy\`, \`guggy\`, \`gif+\` envia para \`text2gif.guggy.com\`, todos os grupos privados
		- \`directMessages\` com \`!guggy\`, \`guggy\`, \`gif+\` envia para \`text2gif.guggy.com\`, todas as mensagens diretas
		- \`noChannel\` com \`!guggy\`, \`guggy\`, \`gif+\` envia para \`text2gif.guggy.com\`, sem canal definido, logo todos os canais públicos
		- \`redirectable\` pode ser redirecionada para cá, mais 1 outro lugar
		- \`roomCreated\` quando uma sala é criada envia para \`text2gif.guggy.com\`, para todo o workspace
		- \`roomArchived\` quando uma sala é arquivada envia para \`text2gif.guggy.com\`, para todo o workspace
		- \`userCreated\` quando um usuário é criado envia para \`text2gif.guggy.com\`, para todo o workspace
		"
	`);
	});

	test('to a workspace admin in private the other places are named', () => {
		const far = reasons.filter(({ reach }) => reach.elsewhere.length > 0);
		expect(render(far, 'en', 'admin') + render(far, 'pt-BR', 'admin')).toMatchInlineSnapshot(`
		"
		- \`namedById\` named by its id, also \`#CANARY-a\`
		- \`answersHere\` on \`!guggy\`, \`guggy\`, \`gif+\` sends to \`text2gif.guggy.com\`, its answers go here, also \`#CANARY-a\`, \`@CANARY-b\`
		- \`publicChannels\` on \`!guggy\`, \`guggy\`, \`gif+\` sends to \`text2gif.guggy.com\`, all public channels, also \`all_direct_messages\`
		- \`redirectable\` may be redirected here, also \`#CANARY-a\`

		- \`namedById\` indicada pelo ID, também \`#CANARY-a\`
		- \`answersHere\` com \`!guggy\`, \`guggy\`, \`gif+\` envia para \`text2gif.guggy.com\`, suas respostas vêm para cá, também \`#CANARY-a\`, \`@CANARY-b\`
		- \`publicChannels\` com \`!guggy\`, \`guggy\`, \`gif+\` envia para \`text2gif.guggy.com\`, todos os canais públicos, também \`all_direct_messages\`
		- \`redirectable\` pode ser redirecionada para cá, também \`#CANARY-a\`
		"
	`);
	});

	test('to nobody else', () => {
		for (const audience of ['room', 'caller'] as const) {
			expect(render(reasons, 'en', audience)).not.toContain('CANARY');
		}
	});

	test('one that is named needs no words', () => {
		expect(reasonText('named', translator('en'))).toBe('');
		expect(reasonText('noChannel', translator('en'))).toBe('no channel set, so all public channels');
	});
});

describe('never longer than the limit', () => {
	const long = 'W'.repeat(5000);
	const emoji = '🙂'.repeat(500);
	const channels = Array.from({ length: 1200 }, (_, index) => `#${String(index)}${long}`);
	const wide: [Place, readonly string[], string][] = [
		[place, ['all_public_channels', ...channels], ''],
		[place, [], ''],
		[place, channels, '#support'],
		[groupPlace, ['#WAR1', ...channels], ''],
	];
	test.each(['en', 'pt-BR'] as const)('%s', (locale) => {
		for (const name of [long, emoji]) {
			const fields = { name, username: name, alias: name, createdBy: name, enabled: false, script: 'error' } as const;
			const names = Array.from({ length: 1200 }, (_, index) => `${String(index)}${name}`);
			for (const [where, listed, targetRoom] of wide) {
				const integration = outgoing({ ...fields, channels: listed, targetRoom, triggerWords: names, hosts: names });
				const lines = rowsIn(where, [integration]).flatMap((row) =>
					(['room', 'admin'] as const).map((audience) => renderRow(row, audience, translator(locale))),
				);
				expect(lines).toHaveLength(2);
				expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(rowLimit);
				expect(lines.every((line) => (line.match(/`/g)?.length ?? 0) >= 10)).toBe(true);
			}
		}
	});
});
