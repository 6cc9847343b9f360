import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toConnection } from '../../lib/rest/connection';
import { hostSettings, readSettings } from '../../lib/settings';
import { canary } from './json';

const ids = hostSettings().map(({ id }) => id);

/** Whatever was saved. */
const saved = fc.oneof(
	fc.anything(),
	fc.double(),
	fc.integer(),
	fc.string(),
	fc.constantFrom('1e9', '0x10', ' 7 ', 'NaN', 'Infinity', '-1'),
);

async function read(values: Readonly<Record<string, unknown>>) {
	return readSettings({ getValueById: async (id) => Promise.resolve(values[id]) });
}

test('whatever was saved, the settings are within their bounds', async () => {
	await fc.assert(
		fc.asyncProperty(fc.record(Object.fromEntries(ids.map((id) => [id, saved])), { requiredKeys: [] }), async (values) => {
			const settings = await read(values);
			const { pageSize, requestTimeout, cacheSeconds, allowedRoles } = settings;
			for (const [value, least, most] of [
				[pageSize, 1, 100],
				[requestTimeout, 1, 25],
				[cacheSeconds, 0, 300],
			] as const) {
				expect([Number.isInteger(value), value >= least, value <= most]).toEqual([true, true, true]);
			}
			expect(allowedRoles.length).toBeGreaterThan(0);
			expect(allowedRoles.filter((role) => role !== role.trim() || role === '')).toEqual([]);
			expect(['room', 'sender']).toContain(settings.replyVisibility);
			const { includeGlobal, workspaceScan, readActivity, serverUrl, userId, token } = settings;
			expect([includeGlobal, workspaceScan, readActivity].map((value) => typeof value)).toEqual(Array(3).fill('boolean'));
			expect([serverUrl, userId, token.reveal()].map((value) => typeof value)).toEqual(Array(3).fill('string'));
		}),
		{ numRuns: 300 },
	);
});

test('the token shows nowhere, whatever it is and whatever else is wrong', async () => {
	await fc.assert(
		fc.asyncProperty(canary, fc.string(), fc.webUrl(), async (token, user, url) => {
			const settings = await read({ auth_token: token, user_id: user, server_url: url });
			const connection = toConnection(settings, url);
			expect(
				`${inspect([settings, connection], { depth: 9, showHidden: true })} ${JSON.stringify([settings, connection])}`,
			).not.toContain('CANARY');
		}),
	);
});
