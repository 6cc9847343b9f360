/** 1,000 commands, one after the other: what they leave behind in memory. */
import { isRight, loadSize } from './loadScene';
import { callerId, roomIdAt } from './scene';
import { runCommand, type Stand } from './stand';
import { alternate, timingOf } from './statistics';

export interface Sequence {
	readonly commands: number;
	readonly rooms: number;
	/** Milliseconds for one command, the median of all tens. */
	readonly ours: number;
	/** Milliseconds for one command, the median. */
	readonly floor: number;
	/** Ours in times of the floor. */
	readonly ratio: number;
	/** Of the app's process, in bytes. */
	readonly memory: { readonly before: number; readonly after: number };
	/** The most that it may grow, in bytes. */
	readonly mostGrowth: number;
}

const [rounds, warmUps, inARow] = [100, 30, 10];
/** An engine of JavaScript gives memory back when it likes: less than this is no growth, but a leak of 33 kB a command is found. */
const mostGrowth = 32 * 1024 ** 2;

async function ask({ host }: Stand, roomId: string): Promise<void> {
	const { messages } = await host.runCommand({ userId: callerId, roomId, text: '/integrations' });
	host.workspace.messages.length = 0;
	if (messages.length !== 1 || !messages.every(isRight)) throw new Error(`A wrong answer: ${JSON.stringify(messages)}`);
}

/** Through all rooms in turns, with the settings as they are by default: answers are kept. The floor app is asked after each ten. */
export async function measureSequence(stand: Stand): Promise<Sequence> {
	const { host, ours } = stand;
	await host.setSetting('cache_seconds', 15, ours);
	let asked = 0;
	const tasks = {
		floor: () => runCommand(host, 'floor'),
		ours: async () => {
			for (const end = asked + inARow; asked < end; asked += 1) await ask(stand, roomIdAt(asked % loadSize.rooms));
		},
	};
	await alternate(tasks, warmUps);
	const { memory: before } = host.process(ours);
	const times = await alternate(tasks, rounds);
	const memory = { before, after: host.process(ours).memory };
	await host.setSetting('cache_seconds', 0, ours);
	const [floor, own] = [timingOf(times.floor).median, timingOf(times.ours).median / inARow];
	return { commands: rounds * inARow, rooms: loadSize.rooms, floor, ours: own, ratio: own / floor, memory, mostGrowth };
}
