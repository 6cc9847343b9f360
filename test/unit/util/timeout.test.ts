import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { late, withTimeout } from '../../../lib/util/timeout';

beforeEach(() => {
	jest.useFakeTimers();
});
afterEach(() => {
	jest.useRealTimers();
});

async function after<T>(milliseconds: number, end: () => T): Promise<T> {
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
	return end();
}

function broken(): never {
	throw new Error('broken');
}

describe('in time', () => {
	test.each([0, 1, 99])('after %i of 100 ms, and its own timer is gone', async (milliseconds) => {
		const work = after(milliseconds, () => 'done');
		const answered = withTimeout(work, 100, late);
		await jest.advanceTimersByTimeAsync(milliseconds);
		expect(await answered).toBe('done');
		expect(jest.getTimerCount()).toBe(0);
	});

	test.each([0, -5])('what is there already is in time for %i ms, too', async (milliseconds) => {
		expect(await withTimeout(Promise.resolve('there'), milliseconds, late)).toBe('there');
	});

	test.each([undefined, null, false, { late: true }])('%j is a value', async (value) => {
		expect(await withTimeout<unknown, symbol>(Promise.resolve(value), 100, late)).toBe(value);
	});

	test('what goes wrong goes on as it is', async () => {
		const answered = expect(withTimeout(after(99, broken), 100, late)).rejects.toThrow('broken');
		await jest.advanceTimersByTimeAsync(99);
		await answered;
		expect(jest.getTimerCount()).toBe(0);
	});
});

describe('late', () => {
	test('is said in time; the work goes on', async () => {
		const work = after(101, () => 'done');
		const answered = withTimeout(work, 100, 'too late');
		await jest.advanceTimersByTimeAsync(100);
		expect(await answered).toBe('too late');
		await jest.advanceTimersByTimeAsync(1);
		expect(await work).toBe('done');
	});

	test('what never ends is late', async () => {
		const answered = withTimeout(new Promise<never>(() => undefined), 100, late);
		await jest.advanceTimersByTimeAsync(100);
		expect(await answered).toBe(late);
	});

	test('what goes wrong after that disturbs nobody', async () => {
		const unhandled: unknown[] = [];
		const note = (error: unknown) => unhandled.push(error);
		process.on('unhandledRejection', note);
		const answered = withTimeout(after(101, broken), 100, late);
		await jest.advanceTimersByTimeAsync(101);
		expect(await answered).toBe(late);
		jest.useRealTimers();
		await new Promise((resolve) => setTimeout(resolve, 5));
		process.off('unhandledRejection', note);
		expect(unhandled).toEqual([]);
	});
});
