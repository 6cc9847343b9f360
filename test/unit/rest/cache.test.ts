import { describe, expect, test } from '@jest/globals';
import { type AgedList, type Cache, createCache } from '../../../lib/rest/cache';
import type { CacheRules } from '../../../lib/rest/kept';
import { fail, type Failure, type Result, success } from '../../../lib/failure';
import type { List } from '../../../lib/rest/paging';
import { failureOf, valueOf } from '../../support/builders';

const limited: Failure = { kind: 'rateLimited', seconds: 30 };

/** A cache whose clock stands still until it is told, and a server that gives 1, 2, 3 … as the total of its list. */
function world() {
	let [time, calls] = [1_000_000, 0];
	let failure: Failure | undefined;
	const cache: Cache = createCache(() => time);
	const load = async (): Promise<Result<List>> => {
		calls += 1;
		const answer: Result<List> = failure
			? fail(failure)
			: success({ integrations: [], total: calls, unreadable: 0, whole: true });
		return Promise.resolve(answer);
	};
	return {
		ask: async (key = 'room', rules: Partial<CacheRules> = {}) =>
			cache.get(key, load, { keepFor: 15_000, fresh: false, ...rules }),
		wait: (seconds: number) => {
			time += seconds * 1000;
		},
		breakWith: (kind: Failure | undefined) => {
			failure = kind;
		},
		calls: () => calls,
		clear: cache.clear,
	};
}

function seen(result: Result<AgedList>) {
	const { value, age } = valueOf(result);
	return [value.total, age / 1000];
}

describe('how long an answer is used again', () => {
	test('for as long as it is kept', async () => {
		const { ask, wait } = world();
		expect(seen(await ask())).toEqual([1, 0]);
		wait(14.9);
		expect(seen(await ask())).toEqual([1, 14.9]);
		wait(0.1);
		expect(seen(await ask())).toEqual([2, 0]);
	});

	test('until it is cleared; what was under way then is not kept', async () => {
		const { ask, clear } = world();
		await ask();
		clear();
		expect(seen(await ask())).toEqual([2, 0]);
		const late = ask('room', { fresh: true });
		clear();
		expect(seen(await late)).toEqual([3, 0]);
		expect(seen(await ask())).toEqual([4, 0]);
	});

	test('a clock that is set back makes it old', async () => {
		const { ask, wait } = world();
		await ask();
		wait(-1);
		expect(seen(await ask())).toEqual([2, 0]);
	});

	test('each key has its own', async () => {
		const { ask } = world();
		expect(seen(await ask('one'))).toEqual([1, 0]);
		expect(seen(await ask('other'))).toEqual([2, 0]);
		expect(seen(await ask('one'))).toEqual([1, 0]);
	});

	test('`fresh` asks, and what it got is kept', async () => {
		const { ask, wait } = world();
		await ask();
		wait(5);
		expect(seen(await ask('room', { fresh: true }))).toEqual([2, 0]);
		wait(14);
		expect(seen(await ask())).toEqual([2, 14]);
	});

	test('keepFor 0 keeps nothing, not even for a server that takes no more', async () => {
		const { ask, wait, breakWith, calls } = world();
		await ask('room', { keepFor: 0 });
		await ask('room', { keepFor: 0 });
		expect(calls()).toBe(2);
		wait(1);
		breakWith(limited);
		expect(failureOf(await ask('room', { keepFor: 0 }))).toEqual(limited);
		expect(failureOf(await ask())).toEqual(limited);
	});
});

describe('who asks while an answer is under way', () => {
	test('shares the answer', async () => {
		const { ask, calls } = world();
		const answers = await Promise.all([ask(), ask(), ask('room', { fresh: true }), ask('room', { keepFor: 0 }), ask('other')]);
		expect(answers.map((answer) => valueOf(answer).value.total)).toEqual([1, 1, 2, 1, 3]);
		expect(calls()).toBe(3);
	});

	test('shares its failure, and the next one asks anew', async () => {
		const { ask, breakWith } = world();
		breakWith({ kind: 'connectionFailed' });
		expect((await Promise.all([ask(), ask()])).map((answer) => failureOf(answer).kind)).toEqual([
			'connectionFailed',
			'connectionFailed',
		]);
		breakWith(undefined);
		expect(seen(await ask())).toEqual([2, 0]);
	});

	test('what a passing fault cut short is not kept, and does not replace what is whole', async () => {
		let time = 0;
		const cache = createCache(() => time);
		const rules = { keepFor: 15_000, fresh: false };
		const whole: List = { integrations: [], total: 7, unreadable: 0, whole: true };
		const cut: List = { ...whole, total: 9, whole: false, cutShort: limited };
		await cache.get('room', async () => Promise.resolve(success(whole)), rules);
		time = 16_000;
		expect(seen(await cache.get('room', async () => Promise.resolve(success(cut)), rules))).toEqual([7, 16]);
		expect(seen(await cache.get('other', async () => Promise.resolve(success(cut)), rules))).toEqual([9, 0]);
		expect(seen(await cache.get('other', async () => Promise.resolve(success(whole)), rules))).toEqual([7, 0]);
	});

	test.each<[string, Partial<List>, number]>([
		['of more rows than are read', { whole: false, cutShort: { kind: 'listTooLong', most: 5000 } }, 1],
		['that the server never gives in pages', { whole: false, cutShort: { kind: 'pagingRefused' } }, 1],
		['that broke off', { whole: false, cutShort: { kind: 'connectionFailed' } }, 2],
		['that ended too early, nobody knows why', { whole: false }, 2],
	])('a list %s: asked for again or not', async (_, fields, calls) => {
		const cache = createCache(() => 0);
		let called = 0;
		const load = async () => {
			called += 1;
			return Promise.resolve(success({ integrations: [], total: 7, unreadable: 0, whole: true, ...fields }));
		};
		await cache.get('room', load, { keepFor: 15_000, fresh: false });
		await cache.get('room', load, { keepFor: 15_000, fresh: false });
		expect(called).toBe(calls);
	});

	test('a load that throws leaves nothing behind', async () => {
		const cache = createCache(() => 0);
		const rules = { keepFor: 1000, fresh: false };
		await expect(cache.get('room', async () => Promise.reject(new Error('boom')), rules)).rejects.toThrow('boom');
		const list = { integrations: [], total: 7, unreadable: 0, whole: true };
		expect(seen(await cache.get('room', async () => Promise.resolve(success(list)), rules))).toEqual([7, 0]);
	});
});

describe('a server that takes no more requests for now', () => {
	test.each([
		[16, [1, 16]],
		[599, [1, 599]],
	])('the last answer is %i s old: it is shown with its age', async (seconds, expected) => {
		const { ask, wait, breakWith } = world();
		await ask();
		wait(seconds);
		breakWith(limited);
		expect(seen(await ask())).toEqual(expected);
		expect(seen(await ask('room', { fresh: true }))).toEqual(expected);
	});

	test.each<Failure>([limited, { kind: 'proxyLimits', seconds: 30 }])('%j: it says when to ask again', async (failure) => {
		const { ask, wait, breakWith } = world();
		expect(valueOf(await ask())).not.toHaveProperty('retryIn');
		wait(20);
		breakWith(failure);
		expect(valueOf(await ask())).toMatchObject({ age: 20_000, retryIn: 30 });
		expect(valueOf(await ask('room', { fresh: true }))).toMatchObject({ age: 20_000, retryIn: 30 });
		breakWith(undefined);
		expect(valueOf(await ask('room', { fresh: true }))).not.toHaveProperty('retryIn');
	});

	test('where nothing is kept any more, what was kept before is not shown', async () => {
		const { ask, wait, breakWith } = world();
		await ask();
		wait(16);
		breakWith(limited);
		expect(failureOf(await ask('room', { keepFor: 0 }))).toEqual(limited);
	});

	test('older than ten minutes it is not', async () => {
		const { ask, wait, breakWith } = world();
		await ask();
		wait(600);
		breakWith(limited);
		expect(failureOf(await ask())).toEqual(limited);
	});

	test('another room’s answer is none', async () => {
		const { ask, breakWith } = world();
		await ask('other');
		breakWith(limited);
		expect(failureOf(await ask('room'))).toEqual(limited);
	});

	test.each<Failure>([{ kind: 'unauthorized' }, { kind: 'tooSlow', seconds: 10 }, { kind: 'forbidden' }])(
		'%j is not hidden behind an old answer',
		async (failure) => {
			const { ask, wait, breakWith } = world();
			await ask();
			wait(16);
			breakWith(failure);
			expect(failureOf(await ask())).toEqual(failure);
		},
	);
});

describe('bounded', () => {
	const askFor = async (ask: ReturnType<typeof world>['ask'], count: number) => {
		for (const index of Array.from({ length: count }).keys()) {
			await ask(`room ${String(index)}`);
		}
	};

	test('30 lists are kept, the oldest goes first', async () => {
		const { ask, calls } = world();
		await askFor(ask, 31);
		expect(calls()).toBe(31);
		await ask('room 1');
		await ask('room 30');
		expect(calls()).toBe(31);
		await ask('room 0');
		expect(calls()).toBe(32);
	});

	test('what was asked for last stays', async () => {
		const { ask, calls } = world();
		await ask('workspace');
		await askFor(ask, 29);
		await ask('workspace');
		await ask('room 30');
		expect(calls()).toBe(31);
		await ask('workspace');
		expect(calls()).toBe(31);
	});
});
