/** How long it takes from adding an app to its being enabled: what a server waits for at an installation. */
import { AppStatusUtils } from '@rocket.chat/apps-engine/definition/AppStatus';
import { toAppUser } from '../workspace/host/convert';
import { type Host, packagedApp, startHost } from '../workspace/host';
import { createBenchWorkspace } from './scene';
import { floorRoot } from './stand';
import { alternate, type Timing, timingOf } from './statistics';

export interface Startup {
	readonly runs: number;
	readonly floor: Timing;
	readonly ours: Timing;
	/** Ours in times of the floor, by their medians. */
	readonly ratio: number;
	/** The most that ours may take, in times of what the floor takes. */
	readonly goal: number;
}

const runs = 20;
const warmUps = 3;
const goal = 1.15;

async function adding(host: Host, zip: Buffer): Promise<() => Promise<void>> {
	const { info } = await host.manager.getParser().unpackageApp(zip);
	const [admin] = host.workspace.users.filter(({ roles }) => roles.includes('admin'));
	if (!admin) throw new Error('Nobody could install an app');
	const options = { enable: true, permissionsGranted: info.permissions ?? [], user: toAppUser(admin) };
	return async () => {
		const added = await host.manager.add(zip, options);
		if (!AppStatusUtils.isEnabled(await added.getApp().getStatus())) throw new Error(`${info.name} is not enabled`);
	};
}

async function removeAll({ manager, workspace }: Host): Promise<void> {
	const [user] = workspace.users;
	if (!user) throw new Error('Nobody could remove an app');
	for (const app of await manager.get()) await manager.remove(app.getID(), { user: toAppUser(user) });
}

/** Installs both apps in turns, in one host. */
export async function measureStartup(): Promise<Startup> {
	const host = await startHost(createBenchWorkspace({ integrations: 0 }));
	try {
		const tasks = {
			floor: await adding(host, await packagedApp({ root: floorRoot })),
			ours: await adding(host, await packagedApp()),
		};
		await alternate(tasks, warmUps, () => removeAll(host));
		const times = await alternate(tasks, runs, () => removeAll(host));
		const [floor, ours] = [timingOf(times.floor), timingOf(times.ours)];
		return { runs, floor, ours, ratio: ours.median / floor.median, goal };
	} finally {
		await host.close();
	}
}
