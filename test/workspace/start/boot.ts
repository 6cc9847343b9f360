import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Host, packagedApp, startHost } from '../host';
import type { Workspace } from '../model';
import { type RestServer, startRestServer } from '../rest/server';
import { createSampleWorkspace, tokens, userIds } from '../sample';
import { StartFailure } from './failures';
import { sentences } from './sentences';
import type { Step } from './steps';

const REPOSITORY = join(__dirname, '../../..');

/** The app at work in the sample workspace. */
export interface Running {
	readonly workspace: Workspace;
	readonly host: Host;
	readonly appId: string;
	readonly rest: RestServer;
	readonly close: () => Promise<void>;
}

async function readManifest(path: string): Promise<{ name: string; version: string }> {
	return JSON.parse(await readFile(join(REPOSITORY, path), 'utf8')) as { name: string; version: string };
}

async function startRest(workspace: Workspace, port: number): Promise<RestServer> {
	try {
		return await startRestServer(workspace, { port });
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'EADDRINUSE') throw new StartFailure(sentences.portInUse(port));
		if (code === 'EACCES') throw new StartFailure(sentences.portRefused(port));
		throw error;
	}
}

/** Fills in what an admin would on the app's settings page. */
async function fillInSettings(host: Host): Promise<void> {
	await host.setSettings({ user_id: userIds.service, auth_token: tokens.service });
}

/** The app with a time that stands still. */
function stopped({ clock }: Host, zip: Buffer, at: Date): Buffer {
	clock.stopAt(at);
	return clock.setInto(zip);
}

interface Boot {
	readonly port: number;
	readonly step: Step;
	/** The time at which the app's clock stands; without it, it goes. */
	readonly stopAt?: Date | undefined;
}

/** Hands what was opened to `opened` at once, so that it is closed whatever comes after. */
async function open({ port, step, stopAt }: Boot, opened: (() => Promise<void>)[]): Promise<Omit<Running, 'close'>> {
	const [app, engine] = await Promise.all(['app.json', 'node_modules/@rocket.chat/apps-engine/package.json'].map(readManifest));
	const { name = '', version = '' } = app ?? {};
	const workspace = createSampleWorkspace(stopAt?.getTime());
	// First, although it takes no time: a port in use is said before anybody has waited.
	const rest = await step(
		sentences.startingRest(port),
		() => startRest(workspace, port),
		({ url }) => (port === 0 ? url : ''),
	);
	opened.push(() => rest.close());
	workspace.settings.Site_Url = `${rest.url}/`;
	const zip = await step(sentences.packaging(name, version), () => packagedApp());
	const host = await step(sentences.startingEngine(engine?.version ?? ''), () => startHost(workspace));
	opened.push(() => host.close());
	const appId = await step(sentences.installing(name, version), () => host.install(stopAt ? stopped(host, zip, stopAt) : zip));
	const service = workspace.users.find(({ id }) => id === userIds.service)?.username ?? '';
	await step(sentences.settingUp(service), () => fillInSettings(host));
	return { workspace, host, appId, rest };
}

/** Packages the app and starts it beside the REST server, step by step; what fails half way is closed again. */
export async function boot(port: number, step: Step, stopAt?: Date): Promise<Running> {
	const opened: (() => Promise<void>)[] = [];
	const close = async (): Promise<void> => {
		for (const closeOne of opened.splice(0).reverse()) await closeOne();
	};
	try {
		return { ...(await open({ port, step, stopAt }, opened)), close };
	} catch (error) {
		await close();
		throw error;
	}
}
