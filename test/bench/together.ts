/** 200 people ask at the same moment, in 20 rooms: of one host, and of two. */
import type { CommandLine } from '../workspace/host/command';
import { startSecondHost } from '../workspace/second/secondHost';
import { linesFor, requireAnswers } from './loadScene';
import { credentials } from './scene';
import type { Stand } from './stand';
import { alternate, timingOf } from './statistics';

export interface Together {
	readonly commands: number;
	readonly rooms: number;
	readonly runs: number;
	/** Milliseconds until the last one is answered, the median of all runs. */
	readonly floor: number;
	readonly ours: number;
	readonly twoHosts: number;
	/** Ours in times of the floor. */
	readonly ratio: number;
	/** What reached the server for one run of ours, and of the floor. */
	readonly requests: { readonly floor: number; readonly ours: number; readonly twoHosts: number };
}

const [commands, rooms, runs, warmUps] = [200, 20, 3, 1];

async function runAll({ host }: Stand, lines: readonly CommandLine[]): Promise<void> {
	await Promise.all(lines.map((line) => host.runCommand(line)));
}

/** What was posted meanwhile, which is not kept. */
function take({ host: { workspace } }: Stand) {
	return workspace.messages.splice(0);
}

async function count({ rest }: Stand, work: () => Promise<unknown>): Promise<number> {
	const { length: before } = await rest.requests();
	await work();
	return (await rest.requests()).length - before;
}

/** Nothing is kept between two runs: only what is under way is shared. */
export async function measureTogether(stand: Stand): Promise<Together> {
	const second = await startSecondHost(stand.host);
	await second.save({ user_id: credentials.userId, auth_token: credentials.token, cache_seconds: 0 });
	const lines = linesFor(commands, rooms);
	// Every second one: each room is asked about in both hosts.
	const halves = [0, 1].map((half) => lines.filter((_, index) => Math.floor(index / rooms) % 2 === half));
	const right = async (work: Promise<unknown>): Promise<void> => {
		await work;
		requireAnswers(lines, take(stand));
	};
	const tasks = {
		floor: async () => {
			await runAll(stand, linesFor(commands, rooms, '/floor'));
			if (take(stand).length !== commands) throw new Error('The floor app did not answer each command');
		},
		ours: () => right(runAll(stand, lines)),
		twoHosts: () => right(Promise.all([runAll(stand, halves[0] ?? []), second.run(halves[1] ?? [])])),
	};
	try {
		take(stand);
		await alternate(tasks, warmUps);
		const times = await alternate(tasks, runs);
		const [floor, ours] = [timingOf(times.floor).median, timingOf(times.ours).median];
		const twoHosts = timingOf(times.twoHosts).median;
		const requests = {
			floor: await count(stand, tasks.floor),
			ours: await count(stand, tasks.ours),
			twoHosts: await count(stand, tasks.twoHosts),
		};
		return { ...{ commands, rooms, runs, floor, ours, twoHosts, requests }, ratio: ours / floor };
	} finally {
		await second.close();
	}
}
