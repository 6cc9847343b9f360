import { expect, test } from '@jest/globals';
import { countParts, isTroubled } from '../../../lib/report/counts';
import { incoming, outgoing, place, rowsIn } from '../../support/builders';
import { findingsOf, oneOfEach } from '../../support/troubled';

const rows = rowsIn(place, [
	incoming({ id: 'posts' }),
	outgoing({ id: 'answers', channels: ['#other'], targetRoom: 'support' }),
	outgoing({ id: 'listens', channels: ['#support'], enabled: false }),
	outgoing({ id: 'all', channels: ['all_public_channels'] }),
	incoming({ id: 'remote', channels: ['#other'], redirectable: true }),
]);

test('what names the room, what reaches all rooms, and what may only be pointed here are counted apart', () => {
	const findings = findingsOf({
		posts: [oneOfEach.posterMissing, oneOfEach.disabled],
		listens: [oneOfEach.disabled],
		remote: [oneOfEach.plainHttp],
	});
	expect(countParts(rows, findings)).toEqual({
		matching: 4,
		own: { count: 3, posting: 2, listening: 1, troubled: 1, look: 1, disabled: 1 },
		everywhere: { count: 1, posting: 0, listening: 1, troubled: 0, look: 0, disabled: 0 },
		remote: { count: 1, posting: 1, listening: 0, troubled: 1, look: 0, disabled: 0 },
	});
});

test('what is only worth a look is no trouble', () => {
	const [row] = rowsIn(place, [incoming({ id: 'a' })]);
	const troubled = (...found: readonly (typeof oneOfEach)[keyof typeof oneOfEach][]) =>
		row && isTroubled(row, findingsOf({ a: found }));
	expect(troubled(oneOfEach.disabled)).toBe(false);
	expect(troubled()).toBe(false);
	expect(troubled(oneOfEach.posterMissing, oneOfEach.disabled)).toBe(true);
});
