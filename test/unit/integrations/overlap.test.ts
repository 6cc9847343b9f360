import { describe, expect, test } from '@jest/globals';
import type { OutgoingIntegration } from '../../../lib/integrations/integration';
import { findOverlap, hearsMessages } from '../../../lib/integrations/overlap';
import { groupPlace, incoming, outgoing, place, rowsIn } from '../../support/builders';

function find(one: Partial<OutgoingIntegration>, ...others: Partial<OutgoingIntegration>[]) {
	const mine = outgoing({ id: 'mine', name: 'Mine', ...one });
	const beside = others.map((fields, index) => outgoing({ id: `o${String(index)}`, name: `Other ${String(index)}`, ...fields }));
	const rows = rowsIn(place, [incoming({ id: 'i', name: 'Incoming' }), mine, ...beside]);
	const row = rows.find(({ integration }) => integration === mine);
	expect([row, rows.length]).toEqual([expect.anything(), others.length + 2]);
	return row && findOverlap(row, rows);
}
function words(...triggerWords: string[]) {
	return { triggerWords };
}
function anywhere(...triggerWords: string[]) {
	return { triggerWords, anywhere: true };
}

describe('two fire on the same message, and the word that is named is such a message', () => {
	test.each<[string, Partial<OutgoingIntegration>, Partial<OutgoingIntegration>, string]>([
		['the same word', words('!a'), words('!a'), '!a'],
		['one of several', words('!a', '!b'), words('!c', '!b'), '!b'],
		['one begins the other', words('!echo twice'), words('!echo'), '!echo twice'],
		['within, where both may stand anywhere', anywhere('know'), anywhere('now'), 'know'],
		['within, where the shorter may stand anywhere', words('know'), anywhere('now'), 'know'],
		['the longer may stand anywhere, and begins with the other', anywhere('deploy now'), words('deploy'), 'deploy now'],
		['the same, one of them anywhere', words('!a'), anywhere('!a'), '!a'],
		['a sign', words('.'), words('.'), '.'],
		['one for all public channels', words('!a'), { ...words('!a'), channels: ['all_public_channels'] }, '!a'],
	])('with %s', (_, one, other, word) => {
		const found = { kind: 'sameWords', word, other: 'Other 0' };
		expect([find(one, other), find(other, one)]).toEqual([found, found]);
	});

	test('of several others the first counts, and of its words the first', () => {
		expect(find(words('!a', '!b'), words('!c'), words('!b', '!a'), words('!a'))).toEqual({
			kind: 'sameWords',
			word: '!a',
			other: 'Other 1',
		});
	});

	test('names and words come out as they are stored: nothing is made safe here', () => {
		const name = '@all\n`x`';
		expect(find(words(name), { ...words(name), name })).toEqual({ kind: 'sameWords', word: name, other: name });
	});
});

describe('they do not', () => {
	const elsewhere = { channels: ['#sales'], targetRoom: '#support' };
	test.each<[string, Partial<OutgoingIntegration>, Partial<OutgoingIntegration>]>([
		['other words', words('!a'), words('!b')],
		['other capitals', words('!A'), words('!a')],
		['within, where both must begin the message', words('now'), words('know')],
		['the longer may stand anywhere, but the other must begin the message', words('now'), anywhere('know')],
		['no words', words(), words()],
		['words, and none', words('!a'), words()],
		['another event', words('!a'), { ...words('!a'), event: 'fileUploaded' }],
		['an event that looks at no words', { ...words('!a'), event: 'fileUploaded' }, { ...words('!a'), event: 'fileUploaded' }],
		['no event, and one', words('!a'), { ...words('!a'), event: '' }],
		['one that listens elsewhere, and answers here', words('!a'), { ...words('!a'), ...elsewhere }],
		['both listen elsewhere, and answer here', { ...words('!a'), ...elsewhere }, { ...words('!a'), ...elsewhere }],
	])('with %s', (_, one, other) => {
		expect([find(one, other), find(other, one)]).toEqual([false, false]);
	});

	test('one that is switched off is no rival', () => {
		expect(find(words('!a'), { ...words('!a'), enabled: false })).toBe(false);
	});

	test('alone', () => {
		expect(find(words('!a', '!a b', '!a'))).toBe(false);
	});

	test('an incoming one fires on nothing', () => {
		const rows = rowsIn(place, [incoming({ id: 'i' }), outgoing()]);
		expect(rows.map((row) => findOverlap(row, rows))).toEqual([false, false]);
	});
});

test.each([
	['an outgoing one of this room', place, outgoing(), true],
	['of all rooms of the kind', place, outgoing({ channels: ['all_public_channels'] }), true],
	['of a room by its id', groupPlace, outgoing({ channels: ['#WAR1'] }), true],
	['no channel', place, outgoing({ channels: [] }), true],
	['without words', place, outgoing({ triggerWords: [] }), true],
	[
		'this room and another, with answers here',
		place,
		outgoing({ channels: ['#sales', '#support'], targetRoom: '#support' }),
		true,
	],
	[
		'all rooms of the kind, with answers here',
		place,
		outgoing({ channels: ['all_public_channels'], targetRoom: '#support' }),
		true,
	],
	['no channel, with answers here', place, outgoing({ channels: [], targetRoom: '#support' }), true],
	['no channel, with answers into a group', groupPlace, outgoing({ channels: [], targetRoom: '#war-room' }), false],
	['an incoming one', place, incoming(), false],
	['another event', place, outgoing({ event: 'fileUploaded' }), false],
	['an old record without an event', place, outgoing({ event: '' }), false],
	['one that only answers here', place, outgoing({ channels: ['#sales'], targetRoom: '#support' }), false],
	['one that only answers into a group', groupPlace, outgoing({ channels: ['#sales'], targetRoom: '#war-room' }), false],
] as const)('whether it hears the messages of the room: %s', (_, where, integration, hears) => {
	expect(rowsIn(where, [integration]).map(hearsMessages)).toEqual([hears]);
});
