/** The one engine with the app, and the one workspace, which every run makes anew: starting them costs a second. */
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging';
import { type Host, packagedApp, startHost } from '../workspace/host';
import type { Workspace } from '../workspace/model';
import { createSampleWorkspace } from '../workspace/sample';
import { Door } from './door';
import { type Fault, noFault, paceOf } from './faults';
import { type FuzzServer, startFuzzServer } from './server';
import { appDefaults, type Settings, withAddress } from './settings';
import { type Surface, surfacesOf } from './surfaces';
import { createTime, type Time } from './time';
import { createWorld, type World } from './world';

const day = 86_400_000;

export class Site {
	public readonly door = new Door();
	public fault: Fault = noFault;
	/** Permissions that the app was not granted. */
	public denied: readonly string[] = [];
	/** What people see and can click on, as it was when they got it: some of it is old. */
	public shown: Surface[] = [];

	public constructor(
		public readonly host: Host,
		public readonly appId: string,
		private readonly means: { readonly server: FuzzServer; readonly time: Time },
	) {
		host.obstruct = this.door.pass;
	}

	public get workspace(): Workspace {
		return this.host.workspace;
	}
	public get url(): string {
		return this.means.server.url;
	}
	public get appUserId(): string {
		return this.workspace.users.find(({ appId }) => appId === this.appId)?.id ?? '';
	}

	/** Makes the workspace another one. What the app remembers of the last one is too old by then. */
	public async begin(world: World): Promise<void> {
		await this.strike(noFault);
		const appUser = this.workspace.users.filter(({ type }) => type === 'app');
		Object.assign(this.workspace, createWorld(world));
		this.workspace.users.push(...appUser);
		this.host.bridges.persistence.records = [];
		this.shown = [];
		this.deny(world.denied);
		this.forget();
		this.advance(day);
		await this.saveServer({ Site_Url: this.url, ...world.server });
		await this.save({ ...appDefaults, ...world.app });
		this.shown = surfacesOf(this.workspace.messages, this.appUserId);
	}

	/** Has the app be one that was installed without these permissions. */
	private deny(names: readonly string[]): void {
		this.denied = names;
		const stored = this.host.manager.getOneById(this.appId).getStorageItem();
		stored.permissionsGranted = stored.info.permissions?.filter(({ name }) => !names.includes(name)) ?? [];
	}

	/** Empties what is kept of the past: it would grow without end. */
	public forget(): void {
		this.door.passed.length = 0;
		this.host.hostCalls.length = 0;
		this.host.bridges.interactions.opened.length = 0;
		(this.host.logs() as ILoggerStorageEntry[]).length = 0;
	}

	/** Saves settings as the app's page does, those that change. */
	public async save(settings: Settings): Promise<void> {
		const saved = this.host.settings();
		const changed = Object.entries(withAddress(settings, this.url)).filter(([id, value]) => saved[id]?.value !== value);
		await this.host.setSettings(Object.fromEntries(changed));
	}

	/** Changes the server's settings. The app remembers some for a while, but not when one of its own is saved. */
	public async saveServer(settings: Settings): Promise<void> {
		Object.assign(this.workspace.settings, withAddress(settings, this.url));
		await this.host.setSetting('page_size', this.host.settings().page_size?.value);
	}

	/** Has something be the matter from now on. */
	public async strike(fault: Fault): Promise<void> {
		this.fault = fault;
		this.means.server.set(fault.server);
		this.door.set(fault.host);
		await this.settle();
		const pace = paceOf(fault);
		this.means.time.pace(pace);
		this.door.pace = pace;
	}

	public advance(milliseconds: number): void {
		this.means.time.advance(milliseconds);
	}

	/** Waits until nothing more can come of what was done. */
	public async settle(): Promise<void> {
		await this.door.settle(async () => this.host.atRest());
	}

	public async close(): Promise<void> {
		await this.strike(noFault);
		await this.host.close();
		await this.means.server.close();
	}
}

export async function openSite(): Promise<Site> {
	const workspace = createSampleWorkspace();
	const server = await startFuzzServer(workspace);
	try {
		workspace.settings.Site_Url = server.url;
		const host = await startHost(workspace);
		const time = createTime(host.manager.getTempFilePath());
		const appId = await host.install(time.setInto(await packagedApp()));
		return new Site(host, appId, { server, time });
	} catch (error) {
		await server.close();
		throw error;
	}
}
