/** The whole workspace at the most that is read of it: 5,000 integrations. A wrong answer, or one too many requests, fails the run. */
import type { Reply } from '../workspace/host';
import { fetchBareList } from './bareList';
import { callerId, limitedCredentials, roomId } from './scene';
import { type Stand, withStand } from './stand';

/** One question about all of them, asked with nothing kept. */
interface Asked {
	readonly words: string;
	readonly milliseconds: number;
	readonly requests: number;
}

export interface Whole {
	readonly integrations: number;
	readonly asked: readonly Asked[];
	/** How long the requests alone take, without an app: milliseconds. */
	readonly bare: number;
	/** Of the app's process, in bytes. */
	readonly memory: number;
	/** What is said where the server takes ten calls a minute. */
	readonly limited: string;
}

const size = { integrations: 5_000, rooms: 300, people: 300 };

/** No question may cost more. */
const mostRequests = 60;

const words = ['workspace', 'workspace page 250', 'workspace find hook 4999', 'workspace attention', 'workspace export'];

/** An admin's: the caller of the other cases is made one. */
function makeAdmin({ host }: Stand): void {
	const caller = host.workspace.users.find(({ id }) => id === callerId);
	if (!caller) throw new Error('Nobody could ask');
	caller.roles = [...caller.roles, 'admin'];
}

async function ask({ host }: Stand, typed: string): Promise<Reply> {
	const reply = await host.runCommand({ userId: callerId, roomId, text: `/integrations ${typed}` });
	host.workspace.messages.length = 0;
	return reply;
}

function firstLine({ notices }: Reply): string {
	return notices[0]?.text.split('\n')[0] ?? '';
}

async function measureOne(stand: Stand, typed: string): Promise<Asked> {
	const { rest, host } = stand;
	const { length: before } = await rest.requests();
	const startedAt = performance.now();
	const reply = await ask(stand, typed);
	const milliseconds = performance.now() - startedAt;
	const requests = (await rest.requests()).length - before;
	const [file] = host.workspace.uploads.splice(0);
	const lines = file ? Buffer.from(file.bytes).toString().split('\r\n').length - 2 : size.integrations;
	if (
		!/whole workspace|with 5000 integrations/.test(firstLine(reply)) ||
		lines !== size.integrations ||
		requests > mostRequests
	) {
		throw new Error(`${typed}: ${String(requests)} requests, ${String(lines)} lines, ${firstLine(reply)}`);
	}
	return { words: typed, milliseconds, requests };
}

/** Measures it in a workspace of its own. */
export function measureWhole(): Promise<Whole> {
	return withStand(size, async (stand) => {
		makeAdmin(stand);
		await ask(stand, 'workspace');
		const asked: Asked[] = [];
		for (const typed of words) asked.push(await measureOne(stand, typed));
		const bare = await fetchBareList(stand, size.integrations);
		const { memory } = stand.host.process(stand.ours);
		await stand.host.setSettings({ user_id: limitedCredentials.userId, auth_token: limitedCredentials.token }, stand.ours);
		const limited = firstLine(await ask(stand, 'workspace'));
		return { integrations: size.integrations, asked, bare, memory, limited };
	});
}
