/** The app as people have it: the packaged zip in the real Apps-Engine, beside a REST server on a real socket. */
import { type Host, packagedApp, type Reply, startHost } from '../workspace/host';
import type { Workspace } from '../workspace/model';
import { type RestServer, startRestServer } from '../workspace/rest/server';
import { createSampleWorkspace, roomIds, tokens, userIds } from '../workspace/sample';

export type Person = keyof typeof userIds;
export type Place = keyof typeof roomIds;

export interface Scene {
	readonly workspace: Workspace;
	readonly host: Host;
	readonly appId: string;
	/** Its id and version, as they stand in the addresses of its pages. */
	readonly appPath: string;
	readonly rest: RestServer;
	/** Types a command as somebody in a room and gives what it added. */
	readonly ask: (words?: string, who?: Person, where?: Place, threadId?: string) => Promise<Reply>;
	/** The texts that it added, each with who can see it: `room` or `only li`. */
	readonly read: (words?: string, who?: Person, where?: Place, threadId?: string) => Promise<string[]>;
	readonly set: (values: Readonly<Record<string, unknown>>) => Promise<void>;
	/** Changes the server's own settings, which the app remembers for a while, but not when it is set up. */
	readonly setServer: (values: Readonly<Record<string, unknown>>) => Promise<void>;
	readonly close: () => Promise<void>;
}

function nameOf(workspace: Workspace, id: string): string {
	return workspace.users.find((user) => user.id === id)?.username ?? id;
}

async function startApp(workspace: Workspace, permissions?: readonly string[]): Promise<{ host: Host; appId: string }> {
	const host = await startHost(workspace);
	const granted = permissions?.map((name) => ({ name }));
	const appId = await host.install(await packagedApp(), granted && { permissions: granted });
	return { host, appId };
}

/** Starts a scene; `permissions` names those that the admin grants, by default all that the manifest asks for. */
export async function setUp(permissions?: readonly string[]): Promise<Scene> {
	const workspace = createSampleWorkspace();
	const rest = await startRestServer(workspace);
	workspace.settings.Site_Url = `${rest.url}/`;
	// Tests ask more often than people do; those of the limiter turn it on again.
	workspace.settings.API_Enable_Rate_Limiter = false;
	const { host, appId } = await startApp(workspace, permissions).catch(async (error: unknown) => {
		await rest.close();
		throw error;
	});
	const set: Scene['set'] = async (values) => host.setSettings(values);
	const setServer: Scene['setServer'] = async (values) => {
		Object.assign(workspace.settings, values);
		await set({ page_size: host.settings(appId).page_size?.value });
	};
	// What a test changes at the server shows at once.
	await set({ user_id: userIds.service, auth_token: tokens.service, cache_seconds: 0 });
	const ask: Scene['ask'] = async (words = '', who = 'li', where = 'support', threadId) =>
		host.runCommand({
			userId: userIds[who],
			roomId: roomIds[where],
			text: `/integrations ${words}`,
			...(threadId !== undefined && { threadId }),
		});
	const read: Scene['read'] = async (...typed) => {
		const { messages, notices } = await ask(...typed);
		return [
			...messages.map(({ text }) => `room: ${text}`),
			...notices.map(({ text, userId }) => `only ${nameOf(workspace, userId)}: ${text}`),
		];
	};
	const close = async (): Promise<void> => {
		await host.close();
		await rest.close();
	};
	const appPath = `${appId}/${host.manager.getOneById(appId).getInfo().version}`;
	return { workspace, host, appId, appPath, rest, ask, read, set, setServer, close };
}
