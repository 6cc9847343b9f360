import { expect, test } from '@jest/globals';
import { createClock } from '../../../lib/util/clock';

/** What the clock says at each of these times of the machine. */
function at(...times: readonly number[]): number[] {
	const [first = 0] = times;
	let time = first;
	const now = createClock(() => time);
	return times.map((next) => {
		time = next;
		return now();
	});
}

const day = 24 * 60 * 60_000;

test('it is the machine’s', () => {
	expect(at(1000, 1000, 2500, 4000)).toEqual([1000, 1000, 2500, 4000]);
});

test('where that is set back, it stands for one step and goes on', () => {
	expect(at(day, day + 500, 1000, 1500, 3000)).toEqual([day, day + 500, day + 500, day + 1000, day + 2500]);
});

test('again and again, it never goes back', () => {
	const said = at(...[9, 5, 7, 1, 4, 0, 8, 2].map((hours) => hours * 3_600_000));
	expect(said).toEqual([...said].sort((one, other) => one - other));
});

test('where it is set forward, it follows', () => {
	expect(at(0, day, day + 1)).toEqual([0, day, day + 1]);
});
