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
