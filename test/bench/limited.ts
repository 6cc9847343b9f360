/** The server's rate limiter at its default, ten calls a minute an endpoint: what answers come then. */
import { setTimeout } from 'node:timers/promises';
import type { Reply } from '../workspace/host';
import { linesFor } from './loadScene';
import { limitedCredentials } from './scene';
import type { Stand } from './stand';

/** Each is a right answer, and says what it is. */
const kinds = {
	'an answer of now': /^room: (?!.*(As of|could not be|not all))/s,
	'a kept answer, with its age': /^room: .*As of \d+ (second|minute)s? ago/s,
	'the rows that could be read, and what could not': /^room: .*(could not be read|could not be looked through)/s,
	'the time to try again': /^caller: .*Try again in \d+ second/s,
} as const;

export type Kind = keyof typeof kinds;

export interface Limited {
	readonly commands: number;
	readonly rooms: number;
	/** How many of the commands got which answer. */
	readonly answers: Readonly<Record<Kind, number>>;
	/** What reached the server, and what of it the limiter refused. */
	readonly requests: number;
	readonly refused: number;
}

const rooms = 20;

function kindOf({ messages, notices }: Reply): Kind {
	const said = [...messages.map(({ text }) => `room: ${text}`), ...notices.map(({ text }) => `caller: ${text}`)];
	const [one, ...others] = said;
	const found = (Object.keys(kinds) as Kind[]).find((kind) => one !== undefined && kinds[kind].test(one));
	if (!found || others.length > 0) throw new Error(`Neither an answer nor a time to wait: ${JSON.stringify(said)}`);
	return found;
}

/** Every room is asked about twice, the second time when nothing kept is new enough; then once more without the workspace's list. */
export async function measureLimited({ host, rest, ours }: Stand): Promise<Limited> {
	const answers = Object.fromEntries(Object.keys(kinds).map((kind) => [kind, 0])) as Record<Kind, number>;
	let commands = 0;
	const askAll = async (): Promise<void> => {
		for (const line of linesFor(rooms, rooms)) {
			answers[kindOf(await host.runCommand(line))] += 1;
			commands += 1;
			host.workspace.messages.length = 0;
		}
	};
	const { length: before } = await rest.requests();
	const limited = { user_id: limitedCredentials.userId, auth_token: limitedCredentials.token };
	await host.setSettings({ ...limited, cache_seconds: 1 }, ours);
	await askAll();
	await setTimeout(1100);
	await askAll();
	await host.setSettings({ workspace_scan: false }, ours);
	await askAll();
	const requests = (await rest.requests()).slice(before);
	const refused = requests.filter(({ status }) => status === 429).length;
	return { commands, rooms, answers, requests: requests.length, refused };
}
