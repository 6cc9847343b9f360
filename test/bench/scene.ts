/** What is measured: how many integrations the room has, and the workspace around it. */
import type { IntegrationDocument, User, Workspace } from '../workspace/model';
import { createSampleWorkspace, manyIntegrations, roomIds, tokens, userIds } from '../workspace/sample';

/** How much there is in the workspace. */
export interface Size {
	readonly integrations: number;
	/** How many rooms they are of, in turns; without it all are of one. */
	readonly rooms?: number;
	/** How long each one's script is, and its compiled form as well; without it there are none. */
	readonly scriptBytes?: number;
	/** How many people made them, and post by them; without it they are the sample's. */
	readonly people?: number;
}

export interface BenchCase extends Size {
	/** How often each of the three is measured, and how often it runs before. */
	readonly runs: number;
	readonly warmUps: number;
	/** The most that ours may take, in times of what the floor takes. */
	readonly goal: number;
}

export const benchCases: readonly BenchCase[] = [
	{ integrations: 3, runs: 300, warmUps: 100, goal: 1 },
	{ integrations: 50, runs: 300, warmUps: 100, goal: 0.85 },
	{ integrations: 50, people: 20, runs: 300, warmUps: 100, goal: 1.1 },
	{ integrations: 1_000, scriptBytes: 20_000, runs: 7, warmUps: 2, goal: 0.35 },
];

/** Owner of the room: who may ask, and is asked about the most. */
export const callerId = userIds.li;
export function roomIdAt(index: number): string {
	return `benchRoom${String(index).padStart(8, '0')}`;
}
export const roomId = roomIdAt(0);

/** The token's user holds `api-bypass-rate-limit`: elsewhere ten calls a minute are all that a server takes. */
export const credentials = { userId: userIds.ops, token: tokens.ops };
/** And this is somebody whom the server limits. */
export const limitedCredentials = { userId: userIds.service, token: tokens.service };

function personOf(index: number): User {
	return {
		...{ id: `benchPerson${String(index).padStart(6, '0')}`, username: `person${index}`, name: `Person ${index}` },
		...{ roles: ['user'], active: true, type: 'user', language: '', tokens: [] },
	};
}

function roomNameAt(index: number): string {
	return `bench-${index}`;
}

/** Made by one of the people, and posting as that one. */
function byPerson({ id, username }: User): Partial<IntegrationDocument> {
	return {
		_createdBy: { _id: id, username },
		...{ userId: id, username },
	};
}

/** The sample with more rooms, peopled like `#support`; their integrations are all that the workspace has. */
export function createBenchWorkspace({ integrations, rooms = 1, scriptBytes, people = 0 }: Size): Workspace {
	const workspace = createSampleWorkspace();
	const members = workspace.rooms.find(({ id }) => id === roomIds.support)?.members ?? [];
	for (let index = 0; index < rooms; index += 1) {
		workspace.rooms.push({ id: roomIdAt(index), type: 'c', name: roomNameAt(index), members });
	}
	const persons = Array.from({ length: people }, (_, index) => personOf(index));
	workspace.users.push(...persons);
	workspace.integrations = manyIntegrations(integrations, { ...(scriptBytes && { scriptBytes }) }).map((document, index) => {
		const person = persons[index % people];
		return { ...document, channel: [`#${roomNameAt(index % rooms)}`], ...(person && byPerson(person)) };
	});
	return workspace;
}
