/** A host in a process of its own, started by `secondHost.ts`: the engine allows one a process. */
import { type Host, packagedApp, startHost } from '../host';
import type { OpenedView } from '../host/bridges/interactions';
import type { CommandLine } from '../host/command';
import type { Message, Notice, Upload, Workspace } from '../model';

/** What a server of a deployment gets to do. */
export type Work =
	| { readonly kind: 'install' }
	| { readonly kind: 'save'; readonly values: Readonly<Record<string, unknown>> }
	| { readonly kind: 'run'; readonly lines: readonly CommandLine[] }
	| { readonly kind: 'jobs' }
	| { readonly kind: 'event'; readonly args: Parameters<Host['executeListener']> };

/** Work, and the database as it is before. */
export interface Order extends Shared {
	readonly workspace: Workspace;
	readonly work: Work;
}

/** What servers of a deployment have in common beside the workspace: what apps keep, and the jobs that wait. */
export interface Shared {
	readonly records: Host['bridges']['persistence']['records'];
	readonly jobs: Host['bridges']['scheduler']['jobs'];
}

/** What came of it, and what it wrote into the database; or the text of an error. */
export type Outcome =
	| (Shared & {
			readonly result: unknown;
			readonly messages: readonly Message[];
			readonly notices: readonly Notice[];
			readonly uploads: Upload[];
			readonly opened: readonly OpenedView[];
	  })
	| { readonly error: string };

async function install(host: Host): Promise<void> {
	await host.install(await packagedApp());
}

async function run(host: Host, lines: readonly CommandLine[]): Promise<void> {
	await Promise.all(lines.map(async (line) => host.runCommand(line)));
}

async function perform(host: Host, work: Work): Promise<unknown> {
	switch (work.kind) {
		case 'install':
			return install(host);
		case 'save':
			return host.setSettings(work.values);
		case 'run':
			return run(host, work.lines);
		case 'jobs':
			return host.runJobs();
		case 'event':
			return host.executeListener(...work.args);
	}
}

let host: Host | undefined;

async function obey({ workspace: database, work, records, jobs }: Order): Promise<Outcome> {
	host ??= await startHost(structuredClone(database));
	const { workspace } = host;
	// The bridges hold this very object.
	Object.assign(workspace, database);
	Object.assign(host.bridges.persistence, { records });
	Object.assign(host.bridges.scheduler, { jobs });
	const noticesBefore = workspace.notices.length;
	const { opened } = host.bridges.interactions;
	opened.length = 0;
	const result = await perform(host, work);
	const { persistence, scheduler } = host.bridges;
	const shared = { records: persistence.records, jobs: scheduler.jobs };
	const { messages, uploads } = workspace;
	return { result, messages, notices: workspace.notices.slice(noticesBefore), uploads, opened, ...shared };
}

function answer(outcome: Outcome): void {
	process.send?.(outcome);
}

process.on('message', (order: Order) => {
	void obey(order).then(answer, (error: unknown) => {
		answer({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
	});
});
// Nobody is left to work for.
process.on('disconnect', () => {
	void (host?.close() ?? Promise.resolve()).finally(() => process.exit());
});
