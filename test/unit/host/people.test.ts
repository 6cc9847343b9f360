import { describe, expect, test } from '@jest/globals';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { createPeopleMemory, type PeopleRules } from '../../../lib/host/people';
import { person } from '../../support/troubled';

type LookUp = (id: string) => Promise<unknown>;

const well: LookUp = async (id) =>
	Promise.resolve({ id, username: id.toLowerCase(), isEnabled: true, emails: ['CANARY@example.org'] });
const none: LookUp = async () => Promise.resolve(null);
const nothing: LookUp = async () => Promise.resolve(undefined);
const boom: LookUp = async () => Promise.reject(new Error('CANARY'));

/** A memory, and a host that counts who is asked for. `li` asks. */
function start(lookUp: LookUp = well) {
	let time = 1_000_000;
	const memory = createPeopleMemory(() => time);
	const asked: string[] = [];
	let answering = lookUp;
	const getById = async (id: string) => {
		asked.push(id);
		return answering(id) as Promise<IUser>;
	};
	const getByUsername = async (name: string) => getById(`@${name}`);
	const rules = { caller: 'LI', keepFor: 15_000, fresh: false, most: 50 };
	return {
		asked,
		ask: async (ids: readonly string[], changes: Partial<PeopleRules> = {}) =>
			Object.fromEntries(await memory.lookUp(ids, { ...rules, ...changes }, { getById, getByUsername })),
		/** Who was asked for since the last time. */
		news: () => asked.splice(0),
		wait: (milliseconds: number) => {
			time += milliseconds;
		},
		from: (next: LookUp) => {
			answering = next;
		},
	};
}
function only(special: Readonly<Record<string, LookUp>>): LookUp {
	return async (id) => (special[id] ?? well)(id);
}

describe('looked up', () => {
	test('each person is looked up once', async () => {
		const { ask, asked } = start();
		expect(await ask(['ANA', 'CAT', 'ANA', '', 'CAT'])).toEqual({ ANA: person('ana'), CAT: person('cat') });
		expect(asked.sort()).toEqual(['ANA', 'CAT']);
	});

	test('who asks is one of them', async () => {
		const { ask, asked } = start();
		expect(await ask(['LI'])).toEqual({ LI: person('li') });
		expect(asked).toEqual(['LI']);
	});

	test.each([[[]], [['']], [['', '']]])('nobody is looked up for the ids %j', async (ids) => {
		const { ask, asked } = start();
		expect(await ask(ids)).toEqual({});
		expect(asked).toEqual([]);
	});

	test('all together: every look-up is under way before the first one ends', async () => {
		let open: () => void = () => undefined;
		const gate = new Promise<void>((resolve) => {
			open = resolve;
		});
		const { ask, asked } = start(async (id) => gate.then(async () => well(id)));
		const looking = ask(['A', 'B', 'C']);
		await new Promise(setImmediate);
		expect(asked.sort()).toEqual(['A', 'B', 'C']);
		open();
		expect(Object.keys(await looking)).toEqual(['A', 'B', 'C']);
	});

	test('at most 50 of them; the others are not known', async () => {
		const { ask, asked } = start();
		const ids = Array.from({ length: 120 }, (_, index) => `U${String(index)}`);
		expect(Object.keys(await ask(ids))).toEqual(ids.slice(0, 50));
		expect(asked).toHaveLength(50);
	});
});

describe('what is known of somebody', () => {
	test.each<[string, LookUp, object]>([
		['active', well, person('x')],
		['deactivated', async () => Promise.resolve({ id: 'DORA', username: 'dora', isEnabled: false }), person('dora', false)],
		['of whom the server says neither', async () => Promise.resolve({ id: 'X', username: 'x' }), person('x')],
		['not there, null', none, { there: false }],
		['not there, undefined', nothing, { there: false }],
	])('somebody is known as %s', async (_, lookUp, known) => {
		expect(await start(only({ X: lookUp })).ask(['X'])).toEqual({ X: known });
	});

	test('nothing else of the record is kept', async () => {
		expect(JSON.stringify(await start().ask(['ANA', 'CAT']))).not.toContain('CANARY');
	});

	test.each<[string, unknown]>([
		['none', undefined],
		['no text', { $ne: 'CANARY' }],
	])('one without a name: %s', async (_, username) => {
		expect(await start(only({ X: async () => Promise.resolve({ id: 'X', username }) })).ask(['X'])).toEqual({
			X: { ...person(''), id: 'X' },
		});
	});
});

describe('one that could not be looked up is left out, never missing', () => {
	test('and the others stay known', async () => {
		expect(await start(only({ X: boom })).ask(['ANA', 'X', 'CAT'])).toEqual({ ANA: person('ana'), CAT: person('cat') });
	});

	test.each<[string, LookUp]>([
		['null', none],
		['undefined', nothing],
		['an error', boom],
	])('where even who asks cannot be looked up, nobody can: %s', async (_, lookUp) => {
		expect(await start(lookUp).ask(['ANA', 'CAT'])).toEqual({});
		expect(await start(only({ LI: lookUp })).ask(['ANA', 'CAT', 'LI'])).toEqual({});
	});

	test('and the next time it is looked up again', async () => {
		const { ask, from, news } = start(boom);
		await ask(['ANA']);
		from(none);
		await ask(['ANA']);
		news();
		from(well);
		expect(await ask(['ANA'])).toEqual({ ANA: person('ana') });
		expect(news()).toEqual(['ANA']);
	});

	test('who asks is asked for only where nobody is found', async () => {
		const { ask, news } = start(only({ X: none, Y: boom }));
		expect(await ask(['X', 'ANA'])).toEqual({ X: { there: false }, ANA: person('ana') });
		expect(news().sort()).toEqual(['ANA', 'X']);
		expect(await ask(['X', 'Y'], { fresh: true })).toEqual({ X: { there: false } });
		expect(news().sort()).toEqual(['LI', 'X', 'Y']);
	});

	test('who is known from before stays known', async () => {
		const { ask, from } = start();
		await ask(['ANA']);
		from(boom);
		expect(await ask(['ANA', 'CAT'])).toEqual({ ANA: person('ana') });
	});
});

describe('kept', () => {
	const gone = only({ ANA: none });

	test('for as long as the rules say, and not for a millisecond longer', async () => {
		const { ask, news, wait, from } = start();
		await ask(['ANA']);
		news();
		from(gone);
		wait(14_999);
		expect(await ask(['ANA'])).toEqual({ ANA: person('ana') });
		expect(news()).toEqual([]);
		wait(1);
		expect(await ask(['ANA'])).toEqual({ ANA: { there: false } });
		expect(news().sort()).toEqual(['ANA', 'LI']);
	});

	test('how long is for who asks to say', async () => {
		const { ask, news, wait } = start();
		await ask(['ANA']);
		news();
		wait(500_000);
		expect(await ask(['ANA'], { keepFor: 600_000 })).toEqual({ ANA: person('ana') });
		expect(news()).toEqual([]);
		await ask(['ANA']);
		expect(news()).toEqual(['ANA']);
	});

	test('only who is new is looked up', async () => {
		const { ask, news } = start();
		await ask(['ANA']);
		news();
		expect(Object.keys(await ask(['ANA', 'CAT']))).toEqual(['ANA', 'CAT']);
		expect(news()).toEqual(['CAT']);
	});

	test('also that somebody is not there', async () => {
		const { ask, news } = start(gone);
		await ask(['ANA']);
		news();
		expect(await ask(['ANA'])).toEqual({ ANA: { there: false } });
		expect(news()).toEqual([]);
	});

	test('nobody, where nothing may be kept', async () => {
		const { ask, news } = start();
		await ask(['ANA'], { keepFor: 0 });
		news();
		await ask(['ANA'], { keepFor: 0 });
		expect(news()).toEqual(['ANA']);
		await ask(['ANA']);
		expect(news()).toEqual(['ANA']);
	});

	test('`fresh` asks anew, and what it found is kept', async () => {
		const { ask, news, from } = start();
		await ask(['ANA']);
		news();
		from(gone);
		expect(await ask(['ANA'], { fresh: true })).toEqual({ ANA: { there: false } });
		expect(news().sort()).toEqual(['ANA', 'LI']);
		expect(await ask(['ANA'])).toEqual({ ANA: { there: false } });
		expect(news()).toEqual([]);
	});

	test('the last 2,000 people are kept', async () => {
		const { ask, news } = start();
		const ids = Array.from({ length: 2050 }, (_, index) => `U${String(index)}`);
		for (let at = 0; at < ids.length; at += 50) {
			await ask(ids.slice(at, at + 50));
		}
		news();
		await ask(ids.slice(2000));
		expect(news()).toEqual([]);
		await ask(['U0']);
		expect(news()).toEqual(['U0']);
	});
});
