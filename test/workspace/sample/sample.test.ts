/** The sample itself: that its secrets are marked, and nothing else is. */
import { expect, test } from '@jest/globals';
import { CANARY, createSampleWorkspace, documentedGuggy, guggy, manyIntegrations } from '.';

const SECRETS = ['token', 'script', 'scriptCompiled', 'scriptError', 'avatar', 'urls'];
const { integrations, users, history = [] } = createSampleWorkspace();

/** Every string in a value, however deep. */
function textsOf(value: unknown): string[] {
	if (typeof value === 'object' && value !== null) {
		return Object.values(value).flatMap(textsOf);
	}
	return typeof value === 'string' && value !== '' ? [value] : [];
}

const entries = integrations.flatMap((row) => Object.entries(row));

test('every secret carries the mark', () => {
	// Of an error's three fields the kind of error is none.
	const texts = entries
		.flatMap(([key, value]) => (SECRETS.includes(key) ? textsOf(value) : []))
		.filter((text) => text !== 'SyntaxError');
	expect(texts.length).toBeGreaterThan(integrations.length);
	expect(texts.filter((text) => !text.includes(CANARY))).toEqual([]);
	expect(users.flatMap(({ tokens }) => tokens).filter((token) => !/^[\w-]{43}$/.test(token) || !token.includes(CANARY))).toEqual(
		[],
	);
});

test('nothing else does, no host either', () => {
	const shown = entries.flatMap(([key, value]) => (SECRETS.includes(key) ? [] : textsOf(value)));
	const hosts = integrations.flatMap(({ urls }) => textsOf(urls).map((url) => (/^https?:/.test(url) ? new URL(url).host : '')));
	expect([...shown, ...hosts].filter((text) => text.toUpperCase().includes(CANARY))).toEqual([]);
	expect(history.flatMap(({ _id, step }) => [_id, step]).join()).not.toContain(CANARY);
});

test('ids are unique, and a change stays in its own copy', () => {
	expect(new Set(integrations.map(({ _id }) => _id)).size).toBe(integrations.length);
	createSampleWorkspace().users.pop();
	expect(createSampleWorkspace(0)).toEqual(createSampleWorkspace(0));
	expect(createSampleWorkspace().users).toHaveLength(users.length);
});

test('Guggy is there twice: as documented, and as the endpoint can return it', () => {
	expect(integrations).toEqual(expect.arrayContaining([guggy, documentedGuggy]));
	expect({ ...guggy, _id: '', event: '', channel: [] }).toEqual({ ...documentedGuggy, _id: '', event: '' });
});

test('many integrations are as large as wanted', () => {
	const scripts = manyIntegrations(3, { channel: '#bench', scriptBytes: 2000 }).map(({ channel, script }) => [channel, script]);
	expect(scripts).toEqual(Array(3).fill([['#bench'], expect.stringMatching(/^.{2000}$/)]));
});
