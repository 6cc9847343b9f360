import { describe, expect, test } from '@jest/globals';
import { createPlaceMemory } from '../../../lib/host/places';

const rooms: Readonly<Record<string, object>> = {
	support: { id: 'R1', type: 'c' },
	R1: { id: 'R1', type: 'c' },
	staff: { id: 'R2', type: 'p', parentRoom: { id: 'R1' }, _unmappedProperties_: { muted: ['mo'], encrypted: true } },
	direct: { id: 'R3', type: 'd' },
};
const users: Readonly<Record<string, object>> = { ana: { id: 'ANA', username: 'ana' }, ANA: { id: 'ANA', username: 'ana' } };

/** A memory, and a host that notes what it is asked. `LI` asks in `R1`. */
function start({ knowsRooms = true, knowsUsers = true, fails = [] as readonly string[] } = {}) {
	let time = 1_000_000;
	const memory = createPlaceMemory(() => time);
	const asked: string[] = [];
	const give = (known: boolean, all: Readonly<Record<string, object>>) => async (name: string) => {
		asked.push(name);
		return fails.includes(name) ? Promise.reject(new Error('CANARY')) : Promise.resolve(known ? all[name] : undefined);
	};
	const [byRoom, byUser] = [give(knowsRooms, rooms), give(knowsUsers, { ...users, LI: { id: 'LI' } })];
	const ports = { rooms: { getByName: byRoom, getById: byRoom }, users: { getById: byUser, getByUsername: byUser } };
	return {
		news: () => asked.splice(0),
		wait: (milliseconds: number) => {
			time += milliseconds;
		},
		ask: async (entries: readonly string[], { fresh = false, most = 50 } = {}) =>
			Object.fromEntries(
				await memory.lookUp(entries, { room: 'R1', caller: 'LI', keepFor: 15_000, fresh, most }, ports as never),
			),
	};
}

const open = { discussion: false, muted: [], encrypted: false };

test('rooms by name and by id, people by username and by id', async () => {
	expect(await start().ask(['#support', '#R1', '#staff', '#direct', '#old', '@ana', '@ANA', '@gina'])).toEqual({
		'#support': { there: true, id: 'R1', kind: 'channel', ...open },
		'#R1': { there: true, id: 'R1', kind: 'channel', ...open },
		'#staff': { there: true, id: 'R2', kind: 'group', ...open, muted: ['mo'], encrypted: true, discussion: true },
		'#direct': { there: true, id: 'R3', kind: 'direct', ...open },
		'#old': { there: false },
		'@ana': { there: true, id: 'ANA', kind: 'person' },
		'@ANA': { there: true, id: 'ANA', kind: 'person' },
		'@gina': { there: false },
	});
});

describe('what is not known', () => {
	test('a look-up that fails', async () => {
		expect(await start({ fails: ['old'] }).ask(['#old', '#support'])).toEqual({ '#support': expect.any(Object) as object });
	});

	test('where not even the room that is asked in is found: the app may not look rooms up', async () => {
		expect(await start({ knowsRooms: false }).ask(['#old', '@gina'])).toEqual({ '@gina': { there: false } });
	});

	test('where not even the caller is found: the app may not look people up', async () => {
		expect(await start({ knowsUsers: false }).ask(['#old', '@gina'])).toEqual({ '#old': { there: false } });
	});
});

test('a room that is found shows that look-ups work; where none is, one more is made', async () => {
	const { ask, news } = start();
	await ask(['#support', '#old']);
	expect(news()).toEqual(['support', 'old', 'old']);
	await ask(['#gone']);
	expect(news()).toEqual(['gone', 'gone', 'R1']);
});

test('no more than so many at once; what is kept does not count, so that the next question goes on', async () => {
	const { ask, news, wait } = start();
	const entries = ['#support', '#staff', '#direct'];
	expect(Object.keys(await ask(entries, { most: 2 }))).toEqual(['#support', '#staff']);
	expect(Object.keys(await ask(entries, { most: 2 }))).toEqual(entries);
	expect(news()).toEqual(['support', 'staff', 'direct']);
	await ask(entries, { most: 2, fresh: true });
	expect(news()).toEqual(['support', 'staff']);
	wait(15_000);
	await ask(entries);
	expect(news()).toEqual(['support', 'staff', 'direct']);
});
