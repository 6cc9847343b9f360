/** One round of the job through many watched rooms. A room that is not told, or told what did not change, fails the run. */
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { fetchBareList } from './bareList';
import { callerId, roomIdAt } from './scene';
import { type Stand, withStand } from './stand';

export interface Watched {
	readonly rooms: number;
	readonly integrations: number;
	/** Of the round in which every room was first seen, and of the one in which nothing had changed. */
	readonly milliseconds: readonly [first: number, quiet: number];
	/** How long the requests of a round take without the app. */
	readonly bare: number;
	/** Requests of the quiet round, and the app's memory after it, in bytes. */
	readonly requests: number;
	readonly memory: number;
}

const size = { integrations: 1_000, rooms: 500 };

/** That each room is watched, and due: as the app keeps it. */
async function watchAll({ host, ours }: Stand): Promise<void> {
	const { persistence } = host.bridges;
	for (let index = 0; index < size.rooms; index += 1) {
		const roomId = roomIdAt(index);
		const watch = { version: 1, roomId, byId: callerId, by: 'li', since: 1, looked: 0, told: 1, failures: 0, untold: false };
		const associations = [
			new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, 'watched-room'),
			new RocketChatAssociationRecord(RocketChatAssociationModel.ROOM, roomId),
		];
		await persistence.doUpdateByAssociations(associations, watch, true, ours);
	}
}

/** Goes a round, and tells how long that took; every room must have been looked at. */
async function goRound({ host }: Stand): Promise<number> {
	const startedAt = performance.now();
	await host.runJobs();
	const took = performance.now() - startedAt;
	const looked = host.persistence().filter(({ data }) => 'looked' in data && Number(data.looked) > 0).length;
	const { length: told } = host.workspace.messages.splice(0);
	if (looked !== size.rooms || told > 0) throw new Error(`${looked} rooms were looked at, and ${told} told`);
	return took;
}

/** Measures it in a workspace of its own. */
export function measureWatched(): Promise<Watched> {
	return withStand(size, async (stand) => {
		const { host, rest, ours } = stand;
		host.workspace.messages.length = 0;
		await watchAll(stand);
		const first = await goRound(stand);
		await watchAll(stand);
		const { length: before } = await rest.requests();
		const quiet = await goRound(stand);
		const requests = (await rest.requests()).length - before;
		const bare = await fetchBareList(stand, size.integrations);
		return { ...size, milliseconds: [first, quiet], bare, requests, memory: host.process(ours).memory };
	});
}
