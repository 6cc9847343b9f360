/** One case: both apps in one host, and the same requests without any app. */
import { type Host, packagedApp, startHost } from '../workspace/host';
import { type RestBeside, startRestBeside } from './restBeside';
import { type BenchCase, callerId, createBenchWorkspace, credentials, roomId } from './scene';
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

interface Apps {
	readonly ours: string;
	readonly floor: string;
}

/** Runs a command and gives the text of its one message, which is not kept: the workspace must not grow. */
async function runCommand(host: Host, command: string): Promise<string> {
	host.hostCalls.length = 0;
	const { messages, notices } = await host.runCommand({ userId: callerId, roomId, text: `/${command}` });
	host.workspace.messages.length = 0;
	const [message] = messages;
	if (!message || messages.length > 1 || notices.length > 0) {
		throw new Error(`/${command} was to post one message, but: ${JSON.stringify({ messages, notices })}`);
	}
	return message.text;
}

const headers = { 'X-User-Id': credentials.userId, 'X-Auth-Token': credentials.token };

async function fetchBare(urls: readonly string[]): Promise<void> {
	for (const url of urls) {
		const response = await fetch(url, { headers });
		await response.json();
	}
}

async function countBytes(urls: readonly string[]): Promise<number> {
	const bodies = await Promise.all(urls.map(async (url) => (await fetch(url, { headers })).arrayBuffer()));
	return bodies.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

async function installApps(host: Host): Promise<Apps> {
	const ours = await host.install(await packagedApp());
	await host.setSetting('user_id', credentials.userId, ours);
	await host.setSetting('auth_token', credentials.token, ours);
	// An answer that was kept would be compared with one that is fetched.
	if ('cache_seconds' in host.settings(ours)) await host.setSetting('cache_seconds', 0, ours);
	const floor = await host.install(await packagedApp({ root: 'test/bench/floor-app' }));
	return { ours, floor };
}

/** Has the floor app repeat what a command of ours comes to: the same requests, a message as long. */
async function teachFloor(host: Host, floor: string, rest: RestBeside): Promise<{ urls: string[]; hostCalls: number }> {
	// The first command after a start may look up more than those after it.
	await runCommand(host, 'integrations');
	const { length: before } = await rest.requests();
	const { length: messageLength } = await runCommand(host, 'integrations');
	const { length: hostCalls } = host.hostCalls;
	const requests = (await rest.requests()).slice(before);
	const urls = requests.map(({ path, query }) => `${rest.url}${path}?${new URLSearchParams(query).toString()}`);
	const work = JSON.stringify({ requests: urls.map((url) => ({ url, headers })), messageLength });
	await host.setSetting('work', work, floor);
	return { urls, hostCalls };
}

async function measureIn(host: Host, rest: RestBeside, bench: BenchCase): Promise<Measured> {
	const apps = await installApps(host);
	const { urls, hostCalls } = await teachFloor(host, apps.floor, rest);
	const tasks = {
		bare: () => fetchBare(urls),
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
		memory: { ours: host.process(apps.ours).memory, floor: host.process(apps.floor).memory },
	};
}

/** Measures a case in a host and beside a server of its own, so that no case is measured on what another one left. */
export async function measure(bench: BenchCase): Promise<Measured> {
	const rest = await startRestBeside(bench);
	try {
		const workspace = createBenchWorkspace({ ...bench, integrations: 0 });
		workspace.settings.Site_Url = rest.url;
		const host = await startHost(workspace);
		try {
			return await measureIn(host, rest, bench);
		} finally {
			await host.close();
		}
	} finally {
		await rest.close();
	}
}
