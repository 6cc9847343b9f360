/** What is measured: how many integrations the room has, and the workspace around it. */
import type { IntegrationDocument, User, Workspace } from '../workspace/model';
import { createSampleWorkspace, manyIntegrations, roomIds, tokens, userIds } from '../workspace/sample';

export interface BenchCase {
	readonly integrations: number;
	/** How long each one's script is, and its compiled form as well; without it there are none. */
	readonly scriptBytes?: number;
	/** How many people made them, and post by them; without it they are the sample's. */
	readonly people?: number;
	/** How often each of the three is measured, and how often it runs before. */
	readonly runs: number;
	readonly warmUps: number;
	/** The most that ours may take, in times of what the floor takes. */
	readonly goal: number;
}

export const benchCases: readonly BenchCase[] = [
	{ integrations: 3, runs: 300, warmUps: 100, goal: 1.25 },
	{ integrations: 50, runs: 300, warmUps: 100, goal: 1.25 },
	{ integrations: 50, people: 20, runs: 300, warmUps: 100, goal: 1.6 },
	{ integrations: 1_000, scriptBytes: 20_000, runs: 7, warmUps: 2, goal: 1 },
];

/** Owner of the room: who may ask, and is asked about the most. */
export const callerId = userIds.li;
export const roomId = 'benchRoom7Kt2Xq9Z';

/** The token's user holds `api-bypass-rate-limit`: elsewhere ten calls a minute are all that a server takes. */
export const credentials = { userId: userIds.ops, token: tokens.ops };

type Size = Pick<BenchCase, 'integrations' | 'scriptBytes' | 'people'>;

const personOf = (index: number): User => ({
	...{ id: `benchPerson${String(index).padStart(6, '0')}`, username: `person${index}`, name: `Person ${index}` },
	...{ roles: ['user'], active: true, type: 'user', language: '', tokens: [] },
});

/** Each integration is made by one of the people, and posts as that one. */
const byPeople = (document: IntegrationDocument, person: User | undefined): IntegrationDocument =>
	person
		? {
				...document,
				...{ _createdBy: { _id: person.id, username: person.username }, userId: person.id, username: person.username },
			}
		: document;

/** The sample with one more room, peopled like `#support`; its integrations are all that the workspace has. */
export function createBenchWorkspace({ integrations, scriptBytes, people = 0 }: Size): Workspace {
	const workspace = createSampleWorkspace();
	const members = workspace.rooms.find(({ id }) => id === roomIds.support)?.members ?? [];
	workspace.rooms.push({ id: roomId, type: 'c', name: 'bench', members });
	const persons = Array.from({ length: people }, (_, index) => personOf(index));
	workspace.users.push(...persons);
	const documents = manyIntegrations(integrations, { channel: '#bench', ...(scriptBytes && { scriptBytes }) });
	workspace.integrations = documents.map((document, index) => byPeople(document, persons[index % people]));
	return workspace;
}
