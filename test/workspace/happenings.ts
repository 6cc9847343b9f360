import { announceChange } from './host/changes';
import { type Host, packagedApp } from './host';
import type { IntegrationDocument, Room, User, Workspace } from './model';
import { incoming } from './sample/documents';

/** Hosts whose app tells the time by their clock. */
const ahead = new WeakSet<Host>();

/** Moves the app's time on, and runs what is due then. The first time the app is updated to one that tells its time by that clock. */
export async function goLater(host: Host, milliseconds: number): Promise<void> {
	if (!ahead.has(host)) {
		await host.install(host.clock.setInto(await packagedApp()));
		host.clock.flow();
		ahead.add(host);
	}
	host.clock.advance(milliseconds);
	// The server's rate limit goes by the same time.
	host.workspace.ahead = (host.workspace.ahead ?? 0) + milliseconds;
	await host.runJobs();
}

/** What somebody does in the administration. */
export type Deed = 'add' | 'switch' | 'remove';

/** Does it to a webhook of a room, by its name; gives whether there is one of that name. */
export function changeWebhook(
	workspace: Workspace,
	room: Room,
	{ deed, name, by }: { readonly deed: Deed; readonly name: string; readonly by: User },
): boolean {
	const channel = `#${room.name ?? room.id}`;
	const isMeant = (row: IntegrationDocument): boolean => row.name === name && [row.channel].flat().includes(channel);
	const found = workspace.integrations.some(isMeant);
	const at = new Date().toISOString();
	const editor = { _id: by.id, username: by.username };
	if (deed === 'add') {
		const id = `made${String(workspace.integrations.length)}`.padEnd(17, '0');
		workspace.integrations = [...workspace.integrations, incoming(id, at, [channel], { name, _createdBy: editor })];
	} else {
		workspace.integrations = workspace.integrations.flatMap((row) => {
			if (!isMeant(row)) return [row];
			return deed === 'remove' ? [] : [{ ...row, enabled: row.enabled !== true, _updatedAt: at, _updatedBy: editor }];
		});
	}
	announceChange(workspace);
	return deed === 'add' || found;
}
