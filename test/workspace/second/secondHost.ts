import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { hear } from '../child';
import type { Host } from '../host';
import { announceChange } from '../host/changes';
import type { CommandLine } from '../host/command';
import type { OpenedView } from '../host/bridges/interactions';
import type { EventTarget } from '../host/interact';
import type { Message, Workspace } from '../model';
import type { Outcome, Work } from './secondProcess';

/** For one piece of work, in milliseconds. */
const patience = 60_000;

/** Another server of the same deployment: it shares the database, and nothing of what is in memory. One thing at a time. */
export interface SecondHost extends EventTarget {
	/** Has it do what a server does when another one tells it that settings of the app were saved. */
	save(values: Readonly<Record<string, unknown>>): Promise<void>;
	/** Runs the jobs that wait, as the one server does whose turn it is. */
	runJobs(): Promise<void>;
	/** Runs commands, all at the same time. */
	run(lines: readonly CommandLine[]): Promise<void>;
	close(): Promise<void>;
}

/** What was edited is edited here, too; what is new is added. Whoever holds a message sees it change. */
function write(workspace: Workspace, messages: readonly Message[]): void {
	const known = new Map(workspace.messages.map((message) => [message.id, message]));
	for (const message of messages) {
		const here = known.get(message.id);
		if (here) Object.assign(here, message);
		else workspace.messages.push(message);
	}
}

async function close(server: ChildProcess): Promise<void> {
	if (server.exitCode !== null) return;
	const ended = once(server, 'exit');
	if (server.connected) server.disconnect();
	await ended;
}

/** Starts a second host beside a first one, with the app that is installed there in it: they share workspace, records and jobs. */
export async function startSecondHost({
	workspace,
	bridges: { persistence, scheduler },
}: Pick<Host, 'workspace' | 'bridges'>): Promise<SecondHost> {
	// Dates stay dates on the way; the flag lets it read TypeScript.
	const server = fork(join(__dirname, 'secondProcess.ts'), { serialization: 'advanced', execArgv: ['--import', 'tsx'] });
	const opened: OpenedView[] = [];
	const order = async (work: Work): Promise<unknown> => {
		server.send({ workspace, work, records: persistence.records, jobs: scheduler.jobs });
		const outcome = (await hear(server, patience)) as Outcome;
		if ('error' in outcome) throw new Error(outcome.error);
		write(workspace, outcome.messages);
		persistence.records = outcome.records;
		scheduler.jobs = outcome.jobs;
		opened.push(...outcome.opened);
		workspace.notices.push(...outcome.notices);
		workspace.uploads = outcome.uploads;
		announceChange(workspace);
		return outcome.result;
	};
	try {
		await order({ kind: 'install' });
	} catch (error) {
		await close(server);
		throw error;
	}
	return {
		workspace,
		bridges: { interactions: { opened } },
		executeListener: async (...args) => await order({ kind: 'event', args }),
		runJobs: async () => {
			await order({ kind: 'jobs' });
		},
		save: async (values) => {
			await order({ kind: 'save', values });
		},
		run: async (lines) => {
			await order({ kind: 'run', lines });
		},
		close: async () => close(server),
	};
}
