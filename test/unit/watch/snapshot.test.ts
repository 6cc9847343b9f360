import { describe, expect, test } from '@jest/globals';
import type { IncomingIntegration, Integration, OutgoingIntegration } from '../../../lib/integrations/integration';
import { type Kept, toKept } from '../../../lib/watch/snapshot';
import { incoming, outgoing, place, rowsIn } from '../../support/builders';
import { kept } from '../../support/kept';
import { findingsOf, oneOfEach } from '../../support/troubled';

const nothing = findingsOf({});

function keep(integrations: readonly Integration[], findings = nothing, before?: readonly Kept[]): Kept[] {
	return toKept(rowsIn(place, integrations), findings, before);
}

describe('of an integration is kept what its row shows', () => {
	test('of an incoming one as whom it posts, and nothing of what it has not', () => {
		const fields: Partial<IncomingIntegration> = { alias: 'Deploy bot', updatedBy: 'mo', channels: ['#support', '@ana', '#a'] };
		expect(keep([incoming(fields)])).toEqual([
			{
				...{ id: 'id1', type: 'incoming', name: 'GitHub deploys', enabled: true, event: '', words: [], hosts: [] },
				...{ reach: 'named', channels: ['#a', '@ana'], poster: 'Deploy bot', createdBy: 'ana', findings: [] },
				...{ updatedAt: '2024-05-02T10:00:00.000Z', updatedBy: 'mo' },
			},
		]);
	});

	test('of an outgoing one when it runs and what it calls, never the whole address', () => {
		expect(keep([outgoing({ enabled: false })])).toEqual([
			{
				...{ id: 'id1', type: 'outgoing', name: 'Guggy', enabled: false, event: 'sendMessage' },
				...{ words: ['!guggy', 'guggy', 'gif+'], hosts: ['text2gif.guggy.com'] },
				...{ reach: 'named', channels: [], poster: 'rocket.cat', createdBy: 'ana', findings: [] },
				...{ updatedAt: '2024-05-02T10:00:00.000Z', updatedBy: '' },
			},
		]);
	});

	test('by id, whatever the order of the rows', () => {
		expect(keep(['b', 'c', 'a'].map((id) => incoming({ id }))).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
	});
});

describe('findings', () => {
	const found = findingsOf({ a: [oneOfEach.posterMissing, oneOfEach.disabled, oneOfEach.plainHttp, oneOfEach.noTarget] });

	test('are kept by their kind in one order, without that it is switched off, which the row says itself', () => {
		const [row] = keep([incoming({ id: 'a' })], found);
		expect(row?.findings).toEqual(['noTarget', 'plainHttp', 'posterMissing']);
	});

	test('about people are those of before where not everybody could be looked up, and those of now for what is new', () => {
		const before = [kept({ id: 'b', findings: ['creatorMissing', 'posterInactive', 'shownName'] })];
		const both = findingsOf({ ...Object.fromEntries(found), b: [oneOfEach.plainHttp, oneOfEach.posterMissing] });
		const rows = keep([incoming({ id: 'a' }), incoming({ id: 'b' })], both, before);
		expect(rows.map(({ findings }) => findings)).toEqual([
			['noTarget', 'plainHttp', 'posterMissing'],
			['creatorMissing', 'plainHttp', 'posterInactive'],
		]);
	});

	test('of before end where it was switched off meanwhile, if they are those of one that is on', () => {
		const before = [kept({ id: 'a', findings: ['creatorMissing', 'plainHttp', 'posterInactive'] })];
		const [row] = keep([incoming({ id: 'a', enabled: false })], nothing, before);
		expect(row?.findings).toEqual(['creatorMissing']);
	});
});

describe('no more is kept than', () => {
	test('500 integrations: the first by id', () => {
		const ids = Array.from({ length: 501 }, (_, index) => String(999 - index));
		const rows = keep(ids.map((id) => incoming({ id })));
		expect([rows.length, rows[0]?.id, rows[499]?.id]).toEqual([500, '499', '998']);
	});

	test('20 entries of a list, and 120 letters of a text', () => {
		const long = 'x'.repeat(121);
		const many = Array.from({ length: 21 }, () => long);
		const fields: Partial<OutgoingIntegration> = { name: long, alias: long, triggerWords: many, hosts: many };
		const [row] = keep([outgoing({ ...fields, channels: ['#support', ...many] })]);
		const [cut, list] = [long.slice(1), many.slice(1).map((text) => text.slice(1))];
		expect(row).toMatchObject({ name: cut, poster: cut, words: list, hosts: list, channels: list });
	});
});
