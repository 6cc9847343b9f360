import { type ChildProcess, execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import type { ProxiedApp } from '@rocket.chat/apps-engine/server/ProxiedApp';

/** What runs an app's process; engines before 1.59 call it otherwise. */
export function controllerOf(app: ProxiedApp): ReturnType<ProxiedApp['getRuntimeController']> {
	const { getDenoRuntime } = app as unknown as { getDenoRuntime?: ProxiedApp['getRuntimeController'] };
	return getDenoRuntime ? getDenoRuntime.call(app) : app.getRuntimeController();
}

/** The engine keeps its child to itself. */
function childOf(app: ProxiedApp): ChildProcess | undefined {
	return (controllerOf(app) as unknown as { deno?: ChildProcess }).deno;
}

/** The id of the process that an app runs in, undefined when there is none. */
export function pidOf(app: ProxiedApp): number | undefined {
	return childOf(app)?.pid;
}

/** Ends the process of an app, whatever is still on its way into it. */
export async function endProcess(app: ProxiedApp): Promise<void> {
	// Nobody else listens: the pipe breaks where a large answer is still in it, and that would end this process.
	childOf(app)?.stdin?.on('error', () => undefined);
	await controllerOf(app).stopApp();
}

/** The resident memory of a process, in bytes. */
export function residentMemory(pid: number): number {
	const status = `/proc/${String(pid)}/status`;
	const kilobytes = existsSync(status)
		? /^VmRSS:\s+(\d+)/m.exec(readFileSync(status, 'utf8'))?.[1]
		: execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
	return Number(kilobytes) * 1024;
}
