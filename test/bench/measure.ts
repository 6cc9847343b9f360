/** One case: both apps in one host, and the same requests without any app. */
import type { BenchCase } from './scene';
import { fetchBare, runCommand, type Stand, teachFloor, withStand } from './stand';
import { alternate, type Timing, timingOf } from './statistics';

export interface Measured {
	readonly bench: BenchCase;
	readonly bare: Timing;
	readonly floor: Timing;
	readonly ours: Timing;
	/** Ours in times of the floor, by their medians. */
	readonly ratio: number;
	/** What one command of ours asks of its host, the requests included. */
	readonly hostCalls: number;
	readonly requests: number;
	/** Of the bodies of all answers to one command. */
	readonly bytes: number;
	/** Of the apps' processes at the end, in bytes. */
	readonly memory: { readonly ours: number; readonly floor: number };
}

async function readBare(urls: readonly string[]): Promise<void> {
	for (const url of urls) {
		const response = await fetchBare(url);
		await response.json();
	}
}

async function countBytes(urls: readonly string[]): Promise<number> {
	const bodies = await Promise.all(urls.map(async (url) => (await fetchBare(url)).arrayBuffer()));
	return bodies.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

async function measureIn(stand: Stand, bench: BenchCase): Promise<Measured> {
	const { host } = stand;
	const { urls, hostCalls } = await teachFloor(stand);
	const tasks = {
		bare: () => readBare(urls),
		floor: () => runCommand(host, 'floor'),
		ours: () => runCommand(host, 'integrations'),
	};
	await alternate(tasks, bench.warmUps);
	const times = await alternate(tasks, bench.runs);
	const [bare, floor, ours] = [timingOf(times.bare), timingOf(times.floor), timingOf(times.ours)];
	return {
		...{ bench, bare, floor, ours, hostCalls },
		ratio: ours.median / floor.median,
		requests: urls.length,
		bytes: await countBytes(urls),
		memory: { ours: host.process(stand.ours).memory, floor: host.process(stand.floor).memory },
	};
}

/** Measures a case. */
export function measure(bench: BenchCase): Promise<Measured> {
	return withStand(bench, (stand) => measureIn(stand, bench));
}
