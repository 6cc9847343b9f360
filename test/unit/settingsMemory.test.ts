import { expect, test } from '@jest/globals';
import { createSettingsMemory } from '../../lib/settingsMemory';

/** A settings page that counts how often it is looked at. */
const page = (values: Record<string, unknown>) => {
	const reads: string[] = [];
	return {
		reads,
		values,
		getValueById: async (id: string): Promise<unknown> => {
			reads.push(id);
			return Promise.resolve(values[id]);
		},
	};
};

test('what was read is remembered until a setting is saved', async () => {
	const settings = page({ page_size: 7 });
	const { recall, forget } = createSettingsMemory(() => 0);
	expect((await recall(settings)).pageSize).toBe(7);
	const { length } = settings.reads;
	settings.values.page_size = 8;
	expect((await recall(settings)).pageSize).toBe(7);
	expect(settings.reads).toHaveLength(length);
	forget();
	expect((await recall(settings)).pageSize).toBe(8);
});

test('a change while they are read is not overwritten by what was read before', async () => {
	const settings = page({ page_size: 7 });
	const { recall, forget } = createSettingsMemory(() => 0);
	const before = recall(settings);
	settings.values.page_size = 8;
	forget();
	await before;
	expect((await recall(settings)).pageSize).toBe(8);
});

test('nothing is remembered longer than a minute, nor what could not be read', async () => {
	let now = 0;
	const settings = page({ page_size: 7 });
	const { recall } = createSettingsMemory(() => now);
	await expect(recall({ getValueById: async () => Promise.reject(new Error('no')) })).rejects.toThrow('no');
	expect((await recall(settings)).pageSize).toBe(7);
	settings.values.page_size = 8;
	now = 60_000;
	expect((await recall(settings)).pageSize).toBe(8);
});

test('a read that never ends takes along whoever asks within 5 s, and nobody after that', async () => {
	let now = 0;
	let asked = 0;
	const settings = page({ page_size: 7 });
	const { recall } = createSettingsMemory(() => now);
	const hanging = {
		getValueById: async () => {
			asked += 1;
			return new Promise<never>(() => undefined);
		},
	};
	void recall(hanging);
	const { length } = settings.reads;
	now = 4999;
	void recall(hanging);
	expect(asked).toBe(11);
	now = 5000;
	expect((await recall(settings)).pageSize).toBe(7);
	expect(settings.reads).toHaveLength(length + 11);
});

test('a read that ends late is not kept in the place of a newer one', async () => {
	const ends: (() => void)[] = [];
	let now = 0;
	const { recall } = createSettingsMemory(() => now);
	const slow = {
		getValueById: async () =>
			new Promise((resolve) => {
				ends.push(() => {
					resolve(8);
				});
			}),
	};
	const old = recall(slow);
	now = 5000;
	const settings = page({ page_size: 7 });
	expect((await recall(settings)).pageSize).toBe(7);
	ends.forEach((end) => {
		end();
	});
	await old;
	expect((await recall(settings)).pageSize).toBe(7);
	expect(settings.reads).toHaveLength(11);
});
