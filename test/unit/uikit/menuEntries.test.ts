import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { menuEntries, readMenu } from '../../../lib/uikit/menuEntries';
import { locales } from '../../../lib/generated/locales';

const room = { id: 'R1' };
const mark = 'inNagios123456789';
const posted = { room, _unmappedProperties_: { bot: { i: mark } }, sender: { id: 'CAT1', type: 'user', username: 'rocket.cat' } };
const stale = { ok: false, failure: { kind: 'stale' } };

test('the entries are what others rely on, and none is shown in an omnichannel room', () => {
	expect(menuEntries.map(({ actionId, context }) => [actionId, context])).toEqual([
		['room-integrations', 'roomAction'],
		['message-integration', 'messageAction'],
	]);
	for (const { when } of menuEntries) {
		expect(when?.roomTypes).toHaveLength(8);
		expect(when?.roomTypes).not.toContain('livechat');
	}
});

test.each(Object.keys(locales))('each has a label in %s', (locale) => {
	const texts = JSON.parse(readFileSync(join(__dirname, `../../../i18n/${locale}.json`), 'utf8')) as Record<string, string>;
	for (const { labelI18n } of menuEntries) {
		expect(texts[labelI18n]).toMatch(/\S{4}/);
	}
});

describe('what an entry asks', () => {
	test('of a room: the panel', () => {
		expect(readMenu('room-integrations', { room, message: undefined })).toEqual({
			ok: true,
			value: { query: { action: 'browse', page: 1 } },
		});
	});

	test('of a message: the integration that posted it', () => {
		expect(readMenu('message-integration', { room, message: posted })).toEqual({
			ok: true,
			value: {
				query: { action: 'browse', page: 1, show: mark },
				about: { by: 'integration', id: mark, name: 'rocket.cat', senderId: 'CAT1' },
			},
		});
	});

	test('of a message that none posted: nothing but that', () => {
		const message = { ...posted, _unmappedProperties_: {} };
		expect(readMenu('message-integration', { room, message })).toEqual({
			ok: true,
			value: { query: { action: 'browse', page: 1 }, about: { by: 'person', name: 'rocket.cat' } },
		});
	});

	test.each([
		['another entry', 'delete-everything', { room, message: posted }],
		['no entry', '', { room, message: posted }],
		['no message', 'message-integration', { room, message: undefined }],
		['a message of another room', 'message-integration', { room: { id: 'R2' }, message: posted }],
		['a message without a room to be in', 'message-integration', { room: undefined, message: posted }],
	])('stale: %s', (_, actionId, place) => {
		expect(readMenu(actionId, place)).toEqual(stale);
	});
});
