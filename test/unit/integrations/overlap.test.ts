import { describe, expect, test } from '@jest/globals';
import { hearersOf } from '../../../lib/integrations/hearers';
import type { OutgoingIntegration } from '../../../lib/integrations/integration';
import { findOverlaps } from '../../../lib/integrations/overlap';
import { toWorkspaceRow } from '../../../lib/integrations/places';
import type { Row } from '../../../lib/integrations/reach';
import type { Subject } from '../../../lib/integrations/room';
import { incoming, outgoing, place, rowsIn, workspace } from '../../support/builders';

function compare(rows: readonly Row[], subject: Subject = place) {
	return findOverlaps(hearersOf({ rows, subject, places: new Map() }));
}
function find(one: Partial<OutgoingIntegration>, ...others: Partial<OutgoingIntegration>[]) {
	const mine = outgoing({ id: 'mine', name: 'Mine', ...one });
	const beside = others.map((fields, index) => outgoing({ id: `o${String(index)}`, name: `Other ${String(index)}`, ...fields }));
	const rows = rowsIn(place, [incoming({ id: 'i', name: 'Incoming' }), mine, ...beside]);
	expect(rows).toHaveLength(others.length + 2);
	return compare(rows).overlaps.get('mine');
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
		['as many letters as are compared', words('x'.repeat(100)), words('x'.repeat(100)), 'x'.repeat(100)],
		['words before an empty one', words('!a', '', '!b'), words('!a'), '!a'],
		['one for all public channels', words('!a'), { ...words('!a'), channels: ['all_public_channels'] }, '!a'],
	])('with %s', (_, one, other, word) => {
		const found = { word, other: 'Other 0' };
		expect([find(one, other), find(other, one)]).toEqual([found, found]);
	});

	test('of several others the first counts, and of its words the first', () => {
		expect(find(words('!a', '!b'), words('!c'), words('!b', '!a'), words('!a'))).toEqual({ word: '!a', other: 'Other 1' });
	});

	test('names and words come out as they are stored: nothing is made safe here', () => {
		const name = '@all\n`x`';
		expect(find(words(name), { ...words(name), name })).toEqual({ word: name, other: name });
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
		['one that never fires', words('!a'), words('', '!a')],
		['a word behind an empty one, which ends it', words('!a'), words('!b', '', '!a')],
		['no event, and one', words('!a'), { ...words('!a'), event: '' }],
		['one that listens elsewhere, and answers here', words('!a'), { ...words('!a'), ...elsewhere }],
		['both listen elsewhere, and answer here', { ...words('!a'), ...elsewhere }, { ...words('!a'), ...elsewhere }],
	])('with %s', (_, one, other) => {
		expect([find(one, other), find(other, one)]).toEqual([undefined, undefined]);
	});

	test('one that is switched off is no rival', () => {
		expect(find(words('!a'), { ...words('!a'), enabled: false })).toBeUndefined();
	});

	test('alone', () => {
		expect(find(words('!a', '!a b', '!a'))).toBeUndefined();
	});

	test('an incoming one fires on nothing', () => {
		const rows = rowsIn(place, [incoming({ id: 'i' }), outgoing()]);
		expect(compare(rows)).toEqual({ overlaps: new Map(), skipped: 0 });
	});
});

describe('what anybody may make costs no time', () => {
	const many = (count: number, fields: (index: number) => Partial<OutgoingIntegration>) =>
		rowsIn(
			place,
			Array.from({ length: count }, (_, index) => outgoing({ id: `m${String(index)}`, ...fields(index) })),
		);

	test('5,000 of one word each are all compared', () => {
		const { overlaps, skipped } = compare(many(5000, () => words('!same')));
		expect([overlaps.size, skipped]).toEqual([5000, 0]);
	});

	test('of more than 5,000 words the rest is not compared, and it is said for how many', () => {
		const rows = many(3, (index) => words(...Array.from({ length: 3000 }, (_, word) => `!${String(index)}-${String(word)}`)));
		expect(compare(rows).skipped).toBe(2);
	});

	test('words of more than 100 letters, and more than 100 that may stand anywhere, are not compared', () => {
		expect(compare(many(2, () => words('x'.repeat(101))))).toEqual({ overlaps: new Map(), skipped: 2 });
		expect(compare(many(101, () => anywhere('!a'))).skipped).toBe(1);
	});

	const list = (count: number, prefix: string) => Array.from({ length: count }, (_, index) => `${prefix}${String(index)}`);
	const everywhere = (count: number, fields: (index: number) => Partial<OutgoingIntegration>) =>
		list(count, 'w').map((id, index) => toWorkspaceRow(outgoing({ id, ...fields(index) })));

	test('those that share many places are compared once', () => {
		const rows = everywhere(60, (index) => ({ ...words('!same', ...list(4, `!${String(index)}-`)), channels: list(50, '#r') }));
		const { overlaps, skipped } = compare(rows, workspace);
		expect([overlaps.size, skipped]).toEqual([60, 0]);
	});

	test.each([
		['begin a message', words],
		['stand anywhere', anywhere],
	])('past the bound, of those that share many places no word is looked at: words that %s', (_, of) => {
		const all = list(1000, '!');
		let looked = 0;
		const triggerWords = new Proxy(all, {
			get: (target, key) => {
				looked += key === 'slice' || key === 'indexOf' || key === 'filter' ? 1 : 0;
				return Reflect.get(target, key) as unknown;
			},
		});
		// No two places have the same members.
		const rows = everywhere(50, (index) => ({ ...of(), triggerWords, channels: list(100, '#r').slice(index) }));
		expect(compare(rows, workspace).skipped).toBe(50);
		expect(looked).toBeLessThan(50);
	});
});
