import { describe, expect, test } from '@jest/globals';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { Subject } from '../../../lib/integrations/room';
import { withoutNamesakes } from '../../../lib/report/namesakes';
import { fetched, incoming, place, rowsIn, workspace } from '../../support/builders';

/** `#support`, which is shown as "help-desk". */
const shown: Subject = { ...place, shownName: 'help-desk' };
const own = incoming({ id: 'own' });
const doubtful = incoming({ id: 'doubtful', channels: ['#help-desk'] });
const rows = rowsIn(shown, [own, doubtful]);

/** What is left of the rows, and which names were looked up; an error: a look-up fails. */
async function look(got = fetched(rows, { total: 9 }), subject = shown, room?: Partial<IRoom> | Error) {
	const asked: string[] = [];
	const getByName = async (name: string) => {
		asked.push(name);
		return room instanceof Error ? Promise.reject(room) : Promise.resolve(room as IRoom | undefined);
	};
	const left = await withoutNamesakes(got, subject, { getByName });
	return { left, asked };
}

describe('a row that names this room by its shown name', () => {
	test('is told where no room has that name', async () => {
		const { left, asked } = await look();
		expect(left).toEqual(fetched(rows, { total: 9 }));
		expect(asked).toEqual(['help-desk']);
	});

	test.each<[string, Partial<IRoom> | Error]>([
		['is another room’s where one has that name', { id: 'OTHER' }],
		['may be, where that could not be looked up', new Error('no answer')],
	])('%s: it is left out, and not counted', async (_, room) => {
		const { left } = await look(undefined, undefined, room);
		expect(left).toEqual(fetched(rows.slice(0, 1), { total: 8 }));
	});
});

test('nothing is looked up where there is no such row', async () => {
	const got = fetched(rows.slice(0, 1));
	const { left, asked } = await look(got, shown, { id: 'OTHER' });
	expect(left).toBe(got);
	expect(asked).toEqual([]);
});

test('in the whole workspace there is none', async () => {
	const got = fetched(rows);
	const { left, asked } = await look(got, workspace, { id: 'OTHER' });
	expect(left).toBe(got);
	expect(asked).toEqual([]);
});
