import { describe, expect, test } from '@jest/globals';
import type { Row } from '../../lib/report';
import { rowLimit } from '../../lib/report';
import { renderRow } from '../../lib/row';
import { translator } from '../../lib/strings';
import { incoming, outgoing } from './builders';

const here = { here: true, elsewhere: 0 };
const rows: Row[] = [
	{ integration: incoming({ alias: 'Deploy bot' }), reach: here },
	{
		integration: incoming({
			name: 'Nagios',
			enabled: false,
			username: 'monitor',
			createdBy: 'li',
			createdAt: '2023-11-20T00:00:00Z',
		}),
		reach: here,
	},
	{ integration: incoming({ name: '', username: '', createdBy: '', createdAt: '' }), reach: here },
	{ integration: incoming({ script: 'on' }), reach: { here: true, elsewhere: 1 } },
	{ integration: incoming({ script: 'error' }), reach: { here: true, elsewhere: 3 } },
	{ integration: outgoing(), reach: { here: false, everywhere: 'publicChannels', elsewhere: 0 } },
	{ integration: outgoing({ triggerWords: [] }), reach: { here: false, everywhere: 'privateGroups', elsewhere: 1 } },
	{ integration: outgoing({ hosts: [] }), reach: here },
	{ integration: outgoing({ hosts: ['a.example', '', 'a.example'], triggerWords: ['1', '2', '3', '4', '5'] }), reach: here },
	{ integration: outgoing({ event: '' }), reach: here },
	{ integration: outgoing({ event: '', triggerWords: [] }), reach: here },
	...['fileUploaded', 'roomJoined', 'roomLeft', 'roomCreated', 'roomArchived', 'userCreated', 'messageEdited'].map((event) => ({
		integration: outgoing({ name: event, event, alias: '', createdBy: '', createdAt: '', username: '' }),
		reach: here,
	})),
];

const render = (locale: 'en' | 'pt-BR') => `\n${rows.map((row) => renderRow(row, translator(locale))).join('\n')}\n`;

test('in English', () => {
	expect(render('en')).toMatchInlineSnapshot(`
		"
		- \`GitHub deploys\` posts as \`rocket.cat\` (\`Deploy bot\`), by \`ana\`, since 2024-05-02
		- \`Nagios\` **disabled**, posts as \`monitor\`, by \`li\`, since 2023-11-20
		- _unnamed_
		- \`GitHub deploys\` posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02, script, also 1 other place
		- \`GitHub deploys\` posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02, script error, also 3 other places
		- \`Guggy\` on \`!guggy\`, \`guggy\`, \`gif+\` sends to \`text2gif.guggy.com\`, posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02, all public channels
		- \`Guggy\` on every message sends to \`text2gif.guggy.com\`, posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02, all private groups, also 1 other place
		- \`Guggy\` on \`!guggy\`, \`guggy\`, \`gif+\` sends nowhere, posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02
		- \`Guggy\` on \`1\`, \`2\`, \`3\` +2 sends to \`a.example\`, an unreadable address, posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02
		- \`Guggy\` on \`!guggy\`, \`guggy\`, \`gif+\` sends to \`text2gif.guggy.com\`, posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02
		- \`Guggy\` on … sends to \`text2gif.guggy.com\`, posts as \`rocket.cat\`, by \`ana\`, since 2024-05-02
		- \`fileUploaded\` on every file sends to \`text2gif.guggy.com\`
		- \`roomJoined\` when somebody joins sends to \`text2gif.guggy.com\`
		- \`roomLeft\` when somebody leaves sends to \`text2gif.guggy.com\`
		- \`roomCreated\` when a room is created sends to \`text2gif.guggy.com\`
		- \`roomArchived\` when a room is archived sends to \`text2gif.guggy.com\`
		- \`userCreated\` when a user is created sends to \`text2gif.guggy.com\`
		- \`messageEdited\` on \`messageEdited\` sends to \`text2gif.guggy.com\`
		"
	`);
});

test('in Portuguese', () => {
	expect(render('pt-BR')).toMatchInlineSnapshot(`
		"
		- \`GitHub deploys\` publica como \`rocket.cat\` (\`Deploy bot\`), por \`ana\`, desde 2024-05-02
		- \`Nagios\` **desativada**, publica como \`monitor\`, por \`li\`, desde 2023-11-20
		- _sem nome_
		- \`GitHub deploys\` publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02, script, mais 1 outro lugar
		- \`GitHub deploys\` publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02, erro no script, mais 3 outros lugares
		- \`Guggy\` com \`!guggy\`, \`guggy\`, \`gif+\` envia para \`text2gif.guggy.com\`, publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02, todos os canais públicos
		- \`Guggy\` a cada mensagem envia para \`text2gif.guggy.com\`, publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02, todos os grupos privados, mais 1 outro lugar
		- \`Guggy\` com \`!guggy\`, \`guggy\`, \`gif+\` não envia a lugar nenhum, publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02
		- \`Guggy\` com \`1\`, \`2\`, \`3\` +2 envia para \`a.example\`, um endereço ilegível, publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02
		- \`Guggy\` com \`!guggy\`, \`guggy\`, \`gif+\` envia para \`text2gif.guggy.com\`, publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02
		- \`Guggy\` em … envia para \`text2gif.guggy.com\`, publica como \`rocket.cat\`, por \`ana\`, desde 2024-05-02
		- \`fileUploaded\` a cada arquivo envia para \`text2gif.guggy.com\`
		- \`roomJoined\` quando alguém entra envia para \`text2gif.guggy.com\`
		- \`roomLeft\` quando alguém sai envia para \`text2gif.guggy.com\`
		- \`roomCreated\` quando uma sala é criada envia para \`text2gif.guggy.com\`
		- \`roomArchived\` quando uma sala é arquivada envia para \`text2gif.guggy.com\`
		- \`userCreated\` quando um usuário é criado envia para \`text2gif.guggy.com\`
		- \`messageEdited\` em \`messageEdited\` envia para \`text2gif.guggy.com\`
		"
	`);
});

describe('never longer than the limit', () => {
	const long = 'W'.repeat(5000);
	const emoji = '🙂'.repeat(500);
	test.each([
		['en', long],
		['pt-BR', long],
		['en', emoji],
		['pt-BR', emoji],
	] as const)('%s, %.6s', (locale, name) => {
		const fields = { name, username: name, alias: name, createdBy: name, enabled: false, script: 'error' } as const;
		const names = Array.from({ length: 1200 }, (_, index) => `${String(index)}${name}`);
		const integration = outgoing({ ...fields, triggerWords: names, hosts: names });
		const line = renderRow(
			{ integration, reach: { here: false, everywhere: 'publicChannels', elsewhere: 1200 } },
			translator(locale),
		);
		expect(line.length).toBeLessThanOrEqual(rowLimit);
		expect(line.match(/`/g)?.length).toBeGreaterThanOrEqual(10);
	});
});
