import { setImmediate } from 'node:timers/promises';
import { AppStatus } from '@rocket.chat/apps-engine/definition/AppStatus';
import type { IPermission } from '@rocket.chat/apps-engine/definition/permissions/IPermission';
import type { IUIActionButtonDescriptor } from '@rocket.chat/apps-engine/definition/ui';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { AppFabricationFulfillment } from '@rocket.chat/apps-engine/server/compiler';
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging';
import type { AppListenerManager } from '@rocket.chat/apps-engine/server/managers';
import type { ProxiedApp } from '@rocket.chat/apps-engine/server/ProxiedApp';
import type { Workspace } from '../model';
import { Bridges } from './bridges';
import { type Clock, createClock } from './clock';
import { type CommandLine, commandContext, type Reply, watchAnswers } from './command';
import { toAppUser } from './convert';
import { type HostCall, observeHostCalls } from './observe';
import { controllerOf, endProcess, pidOf, residentMemory } from './process';
import { createRuntime, type Runtime } from './runtime';
import { Logs, Metadata, Sources } from './storages';

/** None where the app registered none. */
type Entries = ReadonlyMap<string, IUIActionButtonDescriptor>;

/** The Apps-Engine at work in one workspace. */
export class Host {
	/** Every call that apps made to their host, in order; a test may empty it. */
	public readonly hostCalls: string[] = [];
	/** What stands in the way of such a call: it waits for this, and fails with it. */
	public obstruct: (name: string, params: unknown) => Promise<void> | undefined = () => undefined;
	public readonly bridges: Bridges;
	public readonly manager: AppManager;
	/** For apps that it is set into. */
	public readonly clock: Clock;
	private readonly logStorage = new Logs();
	private readonly stopObserving: () => void;
	private lastInstalled = '';
	/** How many of the apps' calls wait for an answer. */
	private unanswered = 0;

	public constructor(
		public readonly workspace: Workspace,
		private readonly runtime: Runtime,
	) {
		this.bridges = new Bridges(workspace);
		this.clock = createClock(runtime.dir);
		this.manager = new AppManager({
			metadataStorage: new Metadata(),
			logStorage: this.logStorage,
			sourceStorage: new Sources(),
			bridges: this.bridges,
			tempFilePath: runtime.dir,
		});
		this.stopObserving = observeHostCalls((call) => this.answer(call));
	}

	private async answer({ name, params, perform }: HostCall): Promise<unknown> {
		this.hostCalls.push(name);
		this.unanswered += 1;
		try {
			await this.obstruct(name, params);
			return await perform();
		} finally {
			this.unanswered -= 1;
		}
	}

	private app(appId = this.lastInstalled): ProxiedApp {
		const app = this.manager.getOneById(appId) as ProxiedApp | undefined;
		if (!app) throw new Error(`No app ${appId} is installed`);
		return app;
	}

	/** Installs and enables an app, or updates it, and answers its id. Granted is what its manifest asks for, unless said otherwise. */
	public async install(zip: Buffer, options: { permissions?: IPermission[] } = {}): Promise<string> {
		const { info } = await this.manager.getParser().unpackageApp(zip);
		const granted = options.permissions ?? info.permissions ?? [];
		const admin = this.workspace.users.find(({ roles }) => roles.includes('admin')) ?? this.workspace.users[0];
		if (!admin) throw new Error('A workspace without users has nobody who could install an app');
		const user = toAppUser(admin);
		const exists = Boolean(this.manager.getOneById(info.id) as ProxiedApp | undefined);
		const result = exists
			? await this.manager.update(zip, granted, { loadApp: true, user })
			: await this.manager.add(zip, { enable: true, permissionsGranted: granted, user });
		// Engines before 1.59 leave an updated app switched off.
		if (exists && (await result.getApp().getStatus()) === AppStatus.INITIALIZED) await this.manager.enable(info.id);
		await refuseBroken(result);
		this.lastInstalled = info.id;
		return info.id;
	}

	/** Saves a setting as the app's settings page does. */
	public async setSetting(id: string, value: unknown, appId = this.lastInstalled): Promise<void> {
		const settings = this.manager.getSettingsManager();
		await settings.updateAppSetting(appId, { ...settings.getAppSetting(appId, id), value });
	}

	/** Saves several, one after the other. */
	public async setSettings(values: Readonly<Record<string, unknown>>, appId = this.lastInstalled): Promise<void> {
		for (const [id, value] of Object.entries(values)) await this.setSetting(id, value, appId);
	}

	/** The settings that the app declared, with their values. */
	public settings(appId = this.lastInstalled): Record<string, ISetting> {
		return this.manager.getSettingsManager().getAppSettings(appId);
	}

	/** The entries that an app registered for the server's own menus. */
	public menuEntries(appId = this.lastInstalled): IUIActionButtonDescriptor[] {
		const entries = this.manager.getUIActionButtonManager().getAppActionButtons(appId) as Entries | undefined;
		return [...(entries?.values() ?? [])];
	}

	/** Runs every job that waits, as the server does when its time has come. */
	public async runJobs(): Promise<void> {
		for (const { jobId } of [...this.bridges.scheduler.jobs]) await this.bridges.scheduler.run(jobId);
	}

	/** Runs a slash command as the server does, and answers what it added; commands at the same time see each other's answers. */
	public async runCommand(line: CommandLine): Promise<Reply> {
		const { name, context } = commandContext(this.workspace, line);
		if (!this.bridges.commands.registered.has(name)) throw new Error('The command provided does not exist (or is disabled).');
		const added = watchAnswers(this.workspace);
		await this.manager.getCommandManager().executeCommand(name, context).catch(rethrowAsError);
		return added();
	}

	/** Hands an event to the apps, like a click: `executeListener(AppInterface.IUIKitInteractionHandler, { type, … })`. */
	public readonly executeListener: AppListenerManager['executeListener'] = (name, data) =>
		this.manager.getListenerManager().executeListener(name, data);

	/** Everything that apps logged. */
	public logs(): readonly ILoggerStorageEntry[] {
		return this.logStorage.entries;
	}

	/** Everything that apps keep. */
	public persistence(): Bridges['persistence']['records'] {
		return this.bridges.persistence.records;
	}

	/** The process that an app runs in: its id, and its memory in bytes. */
	public process(appId?: string): { pid: number; memory: number } {
		const pid = pidOf(this.app(appId));
		if (pid === undefined) throw new Error('The app has no process');
		return { pid, memory: residentMemory(pid) };
	}

	/** Waits until an app can do nothing more before a timer of its own rings, or one of so many calls that hang is answered. */
	public async atRest(hanging = 0, appId?: string): Promise<void> {
		const turn = () => controllerOf(this.app(appId)).sendRequest({ method: 'app:getStatus', params: [] });
		let rested = false;
		while (!rested) {
			// What was answered is on its way then.
			await setImmediate();
			const [asked, answered] = [this.hostCalls.length, this.unanswered <= hanging];
			// What the app says to the first may overtake what it is about to ask; to the second, no more.
			await turn();
			await turn();
			rested = answered && this.hostCalls.length === asked;
		}
	}

	public async disable(appId = this.lastInstalled): Promise<void> {
		await this.manager.disable(appId);
	}

	public async enable(appId = this.lastInstalled): Promise<void> {
		await this.manager.enable(appId);
	}

	/** Ends the apps' processes and takes away what the host put into this one. */
	public async close(): Promise<void> {
		const apps = await this.manager.get();
		await Promise.all(apps.map(endProcess));
		this.stopObserving();
		this.runtime.dispose();
		// The engine allows one manager a process.
		Reflect.set(AppManager, 'Instance', undefined);
	}
}

/** What an app throws comes out of the engine as a record that is no Error. */
function rethrowAsError(thrown: unknown): never {
	if (thrown instanceof Error) throw thrown;
	throw new Error((thrown as { message: string }).message, { cause: thrown });
}

async function refuseBroken(result: AppFabricationFulfillment): Promise<void> {
	if (result.hasStorageError()) throw new Error(result.getStorageError());
	if (result.hasAppUserError()) throw new Error(JSON.stringify(result.getAppUserError()));
	const status = await result.getApp().getStatus();
	if (!status.endsWith('_enabled')) throw new Error(`The app was installed, but its status is ${status}`);
}

/** Starts the Apps-Engine over a workspace. */
export async function startHost(workspace: Workspace): Promise<Host> {
	const runtime = createRuntime();
	try {
		const host = new Host(workspace, runtime);
		await host.manager.load();
		return host;
	} catch (error) {
		runtime.dispose();
		throw error;
	}
}
