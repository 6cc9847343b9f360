/** The first click after a command: *Browse*, which opens the panel with the answer that was kept. A panel that is not opened fails the run. */
import { sendBlockAction, type ShownView } from '../workspace/host/interact';
import { callerId, roomId } from './scene';
import { type Stand, withStand } from './stand';
import { alternate, type Timing, timingOf } from './statistics';

export interface Clicked {
	readonly floor: Timing;
	readonly ours: Timing;
	/** Ours in times of the floor, by their medians. */
	readonly ratio: number;
	readonly hostCalls: number;
}

const [rounds, warmUps] = [200, 50];

/** Posts a summary, as the last message of the workspace. */
async function ask({ host }: Stand): Promise<void> {
	host.workspace.messages.length = 0;
	await host.runCommand({ userId: callerId, roomId, text: '/integrations' });
}

/** What the button *Browse* of the posted summary carries. */
function browseOf({ host }: Stand): { readonly messageId: string; readonly value: unknown } {
	const message = host.workspace.messages.at(-1);
	const elements = (message?.blocks ?? []).flatMap((block) => (block as { elements?: Record<string, unknown>[] }).elements ?? []);
	const value = elements.find(({ actionId }) => actionId === 'browse')?.value;
	if (!message || value === undefined) throw new Error('There is no button to click');
	return { messageId: message.id, value };
}

/** Clicks, and gives the panel that an app opens. */
async function click(stand: Stand, appId: string): Promise<ShownView> {
	const { host } = stand;
	const { messageId, value } = browseOf(stand);
	const { opened } = host.bridges.interactions;
	opened.length = 0;
	host.hostCalls.length = 0;
	const sent = { appId, userId: callerId, triggerId: 'T1' };
	await sendBlockAction(host, sent, { actionId: 'browse', blockId: 'actions', value }, { roomId, messageId });
	const [view] = opened.map(({ interaction }) => (interaction as unknown as { view?: ShownView }).view);
	if (!view) throw new Error('No panel was opened');
	return view;
}

/** Both apps in turns, each click after a command. */
export function measureClick(): Promise<Clicked> {
	return withStand({ integrations: 20 }, async (stand) => {
		const { host, ours, floor } = stand;
		await host.setSetting('cache_seconds', 15, ours);
		await ask(stand);
		const viewLength = JSON.stringify((await click(stand, ours)).blocks).length;
		const { length: hostCalls } = host.hostCalls;
		await host.setSetting('work', JSON.stringify({ requests: [], messageLength: 0, viewLength }), floor);
		const tasks = { floor: () => click(stand, floor), ours: () => click(stand, ours) };
		await alternate(tasks, warmUps, () => ask(stand));
		const times = await alternate(tasks, rounds, () => ask(stand));
		const [floorTime, ourTime] = [timingOf(times.floor), timingOf(times.ours)];
		return { floor: floorTime, ours: ourTime, ratio: ourTime.median / floorTime.median, hostCalls };
	});
}
