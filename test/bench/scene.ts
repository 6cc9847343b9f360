/** What is measured: how many integrations the room has, and the workspace around it. */
import type { Workspace } from '../workspace/model';
import { createSampleWorkspace, manyIntegrations, roomIds, tokens, userIds } from '../workspace/sample';

export interface BenchCase {
	readonly integrations: number;
	/** How long each one's script is, and its compiled form as well; without it there are none. */
	readonly scriptBytes?: number;
	/** How often each of the three is measured, and how often it runs before. */
	readonly runs: number;
	readonly warmUps: number;
	/** The most that ours may take, in times of what the floor takes. */
	readonly goal: number;
}

export const benchCases: readonly BenchCase[] = [
	{ integrations: 3, runs: 300, warmUps: 100, goal: 1.25 },
	{ integrations: 50, runs: 300, warmUps: 100, goal: 1.25 },
	{ integrations: 1_000, scriptBytes: 20_000, runs: 7, warmUps: 2, goal: 1 },
];

/** Owner of the room: who may ask, and is asked about the most. */
export const callerId = userIds.li;
export const roomId = 'benchRoom7Kt2Xq9Z';

/** The token's user holds `api-bypass-rate-limit`: elsewhere ten calls a minute are all that a server takes. */
export const credentials = { userId: userIds.ops, token: tokens.ops };

/** The sample with one more room, peopled like `#support`; its integrations are all that the workspace has. */
export function createBenchWorkspace({ integrations, scriptBytes }: Pick<BenchCase, 'integrations' | 'scriptBytes'>): Workspace {
	const workspace = createSampleWorkspace();
	const members = workspace.rooms.find(({ id }) => id === roomIds.support)?.members ?? [];
	workspace.rooms.push({ id: roomId, type: 'c', name: 'bench', members });
	workspace.integrations = manyIntegrations(integrations, { channel: '#bench', ...(scriptBytes && { scriptBytes }) });
	return workspace;
}
