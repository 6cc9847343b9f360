/** Both apps in one host, beside a REST server in a process of its own. */
import { type Host, packagedApp, startHost } from '../workspace/host';
import { type RestBeside, startRestBeside } from './restBeside';
import { callerId, createBenchWorkspace, credentials, roomId, type Size } from './scene';

export interface Stand {
	readonly host: Host;
	readonly rest: RestBeside;
	/** The apps' ids. */
	readonly ours: string;
	readonly floor: string;
}

export const floorRoot = 'test/bench/floor-app';

const headers = { 'X-User-Id': credentials.userId, 'X-Auth-Token': credentials.token };

async function installApps(host: Host): Promise<Pick<Stand, 'ours' | 'floor'>> {
	const ours = await host.install(await packagedApp());
	// An answer that was kept would be compared with one that is fetched.
	await host.setSettings({ user_id: credentials.userId, auth_token: credentials.token, cache_seconds: 0 }, ours);
	return { ours, floor: await host.install(await packagedApp({ root: floorRoot })) };
}

/** Runs a command and gives the text of its one message, which is not kept: the workspace must not grow. */
export async function runCommand(host: Host, command: string, room = roomId): Promise<string> {
	host.hostCalls.length = 0;
	const { messages, notices } = await host.runCommand({ userId: callerId, roomId: room, text: `/${command}` });
	host.workspace.messages.length = 0;
	const [message] = messages;
	if (!message || messages.length > 1 || notices.length > 0) {
		throw new Error(`/${command} was to post one message, but: ${JSON.stringify({ messages, notices })}`);
	}
	return message.text;
}

/** What one command of ours comes to. */
export interface Work {
	readonly urls: readonly string[];
	readonly hostCalls: number;
}

/** Has the floor app repeat what a command of ours comes to: the same requests, a message as long. */
export async function teachFloor({ host, rest, floor }: Stand): Promise<Work> {
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

/** Asks a URL as the apps do, without any of them. */
export function fetchBare(url: string): Promise<Response> {
	return fetch(url, { headers });
}

/** Has a host and a server for one measurement alone, so that none is measured on what another one left. */
export async function withStand<T>(size: Size, work: (stand: Stand) => Promise<T>): Promise<T> {
	const rest = await startRestBeside(size);
	try {
		// The integrations are the server's alone.
		const workspace = createBenchWorkspace({ ...size, integrations: 0 });
		workspace.settings.Site_Url = rest.url;
		const host = await startHost(workspace);
		try {
			return await work({ host, rest, ...(await installApps(host)) });
		} finally {
			await host.close();
		}
	} finally {
		await rest.close();
	}
}
