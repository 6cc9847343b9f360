import { expect, test } from '@jest/globals';
import { readLanguage, readServerSettings, takesPlainText } from '../../../lib/host/workspaceSettings';

function reader(values: Record<string, unknown>) {
	return {
		getValueById: async (id: string): Promise<unknown> =>
			id in values ? Promise.resolve(values[id]) : Promise.reject(new Error(`The setting "${id}" is not readable.`)),
	};
}

test.each([
	[
		{ Site_Url: ' https://chat.example/ ', Message_MaxAllowedSize: 800 },
		{ siteUrl: 'https://chat.example', messageLimit: 800 },
	],
	[{ Site_Url: 'https://chat.example/sub//' }, { siteUrl: 'https://chat.example/sub', messageLimit: 5000 }],
	[{}, { siteUrl: '', messageLimit: 5000 }],
	[
		{ Site_Url: 7, Message_MaxAllowedSize: '800' },
		{ siteUrl: '', messageLimit: 5000 },
	],
	[{ Message_MaxAllowedSize: 0 }, { siteUrl: '', messageLimit: 5000 }],
])('the settings %j are read within their bounds', async (values, expected) => {
	expect(await readServerSettings(reader(values))).toEqual(expected);
});

test('the workspace’s language is read', async () => {
	expect(await readLanguage(reader({ Language: 'pt-BR' }))).toBe('pt-BR');
	expect(await readLanguage(reader({}))).toBeUndefined();
});

test.each([
	[{}, false],
	[{ E2E_Enable: true }, false],
	[{ E2E_Enable: true, E2E_Allow_Unencrypted_Messages: true }, true],
	[{ E2E_Enable: true, E2E_Allow_Unencrypted_Messages: 'true' }, false],
	[{ E2E_Enable: false, E2E_Allow_Unencrypted_Messages: false }, true],
])('with %j encrypted rooms take plain text: %s', async (values, expected) => {
	expect(await takesPlainText(reader(values))).toBe(expected);
});
