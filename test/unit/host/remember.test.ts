import { inspect } from 'node:util';
import { expect, test } from '@jest/globals';
import { createHostMemory, rememberingReader } from '../../../lib/host/remember';

/** A memory of a host's settings, and which of them were asked for. */
function start(values: Record<string, unknown>) {
	let time = 0;
	const asked: string[] = [];
	const memory = createHostMemory<unknown>(() => time);
	const host = {
		getValueById: async (id: string): Promise<unknown> => {
			asked.push(id);
			return id in values ? Promise.resolve(values[id]) : Promise.reject(new Error('no'));
		},
	};
	return {
		asked,
		values,
		memory,
		read: async (id: string) => rememberingReader(memory, host).getValueById(id),
		wait: (milliseconds: number) => {
			time += milliseconds;
		},
	};
}

test('what was read is remembered until it is to be forgotten', async () => {
	const { asked, values, memory, read } = start({ size: 7, url: 'here' });
	expect([await read('size'), await read('url')]).toEqual([7, 'here']);
	Object.assign(values, { size: 8, url: 'there' });
	expect([await read('size'), await read('url')]).toEqual([7, 'here']);
	expect(asked).toEqual(['size', 'url']);
	memory.forget();
	expect([await read('size'), await read('url')]).toEqual([8, 'there']);
});

test('whoever asks at the same time shares one question', async () => {
	const { asked, read } = start({ size: 7 });
	expect(await Promise.all([read('size'), read('size')])).toEqual([7, 7]);
	expect(asked).toEqual(['size']);
});

test('a change while it is read is not overwritten by what was read before', async () => {
	const { values, memory, read } = start({ size: 7 });
	const before = read('size');
	values.size = 8;
	memory.forget();
	expect(await before).toBe(7);
	expect(await read('size')).toBe(8);
});

test('nothing is remembered for longer than a minute', async () => {
	const { values, read, wait } = start({ size: 7 });
	await read('size');
	values.size = 8;
	wait(59_999);
	expect(await read('size')).toBe(7);
	wait(1);
	expect(await read('size')).toBe(8);
});

test('what could not be read is asked for again; what was read meanwhile stays', async () => {
	const { asked, values, memory, read } = start({});
	const failing = read('size');
	memory.forget();
	values.size = 7;
	expect(await read('size')).toBe(7);
	await expect(failing).rejects.toThrow('no');
	expect(await read('size')).toBe(7);
	expect(asked).toEqual(['size', 'size']);
	await expect(read('url')).rejects.toThrow('no');
	values.url = 'here';
	expect(await read('url')).toBe('here');
});

test('an answer that never comes takes along whoever asks within 5 s, and nobody after that', async () => {
	const { asked, memory, read, wait } = start({ size: 7 });
	let hanging = 0;
	const hang = async (): Promise<never> => {
		hanging += 1;
		return new Promise(() => undefined);
	};
	void memory.recall('size', hang);
	wait(4999);
	void memory.recall('size', hang);
	expect(hanging).toBe(1);
	wait(1);
	expect(await read('size')).toBe(7);
	expect(asked).toEqual(['size']);
});

test('an answer that comes late is not kept in the place of a newer one', async () => {
	const { memory, read, wait } = start({ size: 7 });
	let end: (size: number) => void = () => undefined;
	const late = memory.recall(
		'size',
		async () =>
			new Promise((resolve) => {
				end = resolve;
			}),
	);
	wait(5000);
	await read('size');
	end(6);
	expect(await late).toBe(6);
	expect(await read('size')).toBe(7);
});

test('printing it shows nothing', async () => {
	const { memory, read } = start({ token: 'CANARY' });
	await read('token');
	expect(inspect(memory, { depth: 9, showHidden: true }) + JSON.stringify(memory)).not.toContain('CANARY');
});
