/** How long others wait while somebody attacks the app, and what its process takes of memory. */
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { packagedApp, startHost } from '../../workspace/host';
import { createSampleWorkspace, roomIds, tokens, userIds } from '../../workspace/sample';
import { startRestBeside } from '../restBeside';
import { type Attack, attacks, type Target } from './attacks';

/** What an attack may cost at most: how long it holds up others, and by how much the app's process grows. */
export const bounds = { milliseconds: 250, bytes: 200 * 2 ** 20 };

export interface Attacked extends Pick<Attack, 'name' | 'byEngine'> {
	/** Milliseconds: the longest that a command of somebody else took meanwhile. */
	readonly wait: number;
	/** Milliseconds that the app's process was busy, all in all, these other commands included. */
	readonly busy: number;
	/** Bytes by which the app's process grew, at most. */
	readonly growth: number;
	readonly requests: number;
}

/** For how long others were held up at most: they also wait for a busy machine, and a process may be busy in several parts. */
export function heldUp({ wait, busy }: Attacked): number {
	return Math.min(wait, busy);
}

/** Asks in another room, one command after the other, until it is told to stop: gives the longest that one took. */
function watch({ host }: Target): () => Promise<number> {
	const line = { userId: userIds.vera, roomId: roomIds.general, text: '/integrations help' };
	const state = { isOver: false, longest: 0 };
	const asking = (async () => {
		while (!state.isOver) {
			const start = performance.now();
			await host.runCommand(line);
			state.longest = Math.max(state.longest, performance.now() - start);
		}
	})();
	return async () => {
		state.isOver = true;
		await asking;
		return state.longest;
	};
}

/** What a process used until now: hundredths of a second, as Linux counts them, and the most memory that it ever had. */
interface Used {
	readonly busy: number;
	readonly memory: number;
}

function usedBy(pid: number): Used {
	const [, user = '', system = ''] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
	const [, peak = ''] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	return { busy: (Number(user) + Number(system)) * 10, memory: Number(peak) * 1024 };
}

/** From now on the most memory counts anew. */
function forgetPeak(pid: number): void {
	writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

function requireAnswers({ name, answers, right }: Attack, texts: readonly string[]): void {
	const wrong = texts.find((text) => !right.test(text));
	if (wrong !== undefined) throw new Error(`${name}: a wrong answer:\n${wrong}`);
	if (texts.length !== answers) throw new Error(`${name}: ${texts.length} answers instead of ${answers}`);
}

async function measureIn(target: Target, attack: Attack): Promise<Omit<Attacked, 'requests'>> {
	const { pid } = target.host.process(target.appId);
	// The first commands of a process take longer, whatever they are.
	const settle = watch(target);
	await setTimeout(500);
	await settle();
	forgetPeak(pid);
	const before = usedBy(pid);
	const stop = watch(target);
	const texts = await attack.run(target);
	const wait = await stop();
	const after = usedBy(pid);
	requireAnswers(attack, texts);
	return { ...attack, wait, busy: after.busy - before.busy, growth: after.memory - before.memory };
}

/** Each attack in a host, an app and a server of its own. Throws where an answer is wrong or missing. */
async function measureAttack(attack: Attack): Promise<Attacked> {
	const rest = await startRestBeside(attack.list);
	try {
		const workspace = createSampleWorkspace();
		workspace.settings.Site_Url = rest.url;
		const host = await startHost(workspace);
		try {
			const appId = await host.install(await packagedApp());
			await host.setSettings({ user_id: userIds.service, auth_token: tokens.service, cache_seconds: 300 }, appId);
			const measured = await measureIn({ host, appId }, attack);
			return { ...measured, requests: (await rest.requests()).length };
		} finally {
			await host.close();
		}
	} finally {
		await rest.close();
	}
}

/** Measures all attacks, one after the other. */
export async function measureHostile(progress: (text: string) => void): Promise<Attacked[]> {
	const all: Attacked[] = [];
	for (const attack of attacks) {
		progress(attack.name);
		all.push(await measureAttack(attack));
	}
	return all;
}
