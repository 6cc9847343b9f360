import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { Room, Workspace } from '../workspace/model';
import { uploadFile } from '../workspace/host/uploadFile';
import { userIds } from '../workspace/sample';
import { faultsOf } from './accessibility';
import { listening, messages, type Stand } from './stand';

/** A direct message of the app with somebody. */
function directWith({ users, rooms }: Workspace, userId: string): { room: Room; botId: string } {
	const botId = users.find(({ type }) => type === 'app')?.id ?? '';
	const room: Room = { id: 'dmOfTheFileTest4X', type: 'd', members: [botId, userId].map((id) => ({ userId: id, roles: [] })) };
	rooms.push(room);
	return { room, botId };
}

/** Files that the app posts. */
export function fileTests(stand: () => Stand): void {
	test('one in a direct message: the room comes into the sidebar, and the file is downloaded there', async () => {
		const { workspace } = stand().running;
		const page = await stand().open('/?as=mia&in=support');
		await listening(page);
		const { room, botId } = directWith(workspace, userIds.mia);
		uploadFile(workspace, { name: 'a list.csv', roomId: room.id, userId: botId, bytes: Buffer.from('a,b\n') });
		await page.getByRole('link', { name: 'channel-integrations.bot' }).click();
		const link = messages(page).getByRole('link', { name: 'a list.csv' });
		await link.waitFor();
		expect(await messages(page).locator('.content > .text').count()).toBe(0);
		expect(await faultsOf(page)).toEqual([]);
		const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
		expect(download.suggestedFilename()).toBe('a list.csv');
		expect(await readFile(await download.path(), 'utf8')).toBe('a,b\n');
		workspace.rooms = workspace.rooms.filter((one) => one !== room);
	});
}
