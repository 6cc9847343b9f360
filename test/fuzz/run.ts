/** One run: a workspace, and one action after the other in it, each with what must hold afterwards. */
import type { Action, Deed } from './actions';
import { type Attempt, prepare } from './deeds';
import { type Done, watch } from './happened';
import { faultsIn } from './invariants';
import type { Site } from './site';
import { changePerson, changeRoom, type World } from './world';

/** What went wrong, and after which action. */
class Fault extends Error {
	public constructor(action: Action, faults: readonly string[]) {
		super([`after ${JSON.stringify(action)}:`, ...faults.map((one) => `- ${one}`)].join('\n'));
	}
}

/** Throws a `Fault` where something is wrong. `count` is told of each action. */
export async function run(
	site: Site,
	{ world, actions }: { world: World; actions: readonly Action[] },
	count: () => void,
): Promise<void> {
	await site.begin(world);
	for (const action of actions) {
		const happened = watch(site);
		const done = await inTime(action, async () => {
			const attempts = await act(action, site);
			await site.settle();
			return attempts;
		});
		const faults = faultsIn(happened(done), site);
		if (faults.length > 0) throw new Fault(action, faults);
		count();
	}
}

/** Milliseconds: more than the engine gives a command. */
const longest = 40_000;

/** Fails where what was done never comes to an end. */
async function inTime<T>(action: Action, work: () => Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const end = new Promise<never>((_, reject) => {
		timer = setTimeout(() => {
			reject(new Fault(action, ['it never comes to an end']));
		}, longest);
	});
	return Promise.race([work(), end]).finally(() => {
		clearTimeout(timer);
	});
}

/** Gives what people did, if they did something. */
async function act(action: Action, site: Site): Promise<readonly Done[]> {
	const { workspace } = site;
	switch (action.kind) {
		case 'deeds':
			return doAll(action.deeds, site);
		case 'job':
			site.advance(action.later);
			await site.host.runJobs();
			break;
		case 'fault':
			await site.strike(action.fault);
			break;
		case 'row':
			changeRow(action, site);
			break;
		case 'app':
			await site.save(action.settings);
			break;
		case 'server':
			await site.saveServer(action.settings);
			break;
		case 'room':
			changeRoom(workspace, action.change);
			break;
		case 'person':
			changePerson(workspace, action.change);
			break;
	}
	return [];
}

/** All at the same time. */
async function doAll(deeds: readonly Deed[], site: Site): Promise<Done[]> {
	const attempts = deeds.flatMap((deed) => {
		const attempt = prepare(deed, site);
		return attempt ? [{ attempt, isClick: deed.kind !== 'type' }] : [];
	});
	return Promise.all(attempts.map(async ({ attempt, isClick }) => ({ ...attempt, isClick, ...(await outcomeOf(attempt)) })));
}

async function outcomeOf({ run: begin }: Attempt): Promise<Pick<Done, 'returned' | 'thrown'>> {
	try {
		return { returned: await begin() };
	} catch (thrown) {
		return { thrown };
	}
}

/** Takes one away, puts another in its place, or adds one. */
function changeRow({ at, row }: Extract<Action, { kind: 'row' }>, { workspace }: Site): void {
	const rows = workspace.integrations.filter(({ _id }) => _id !== row?._id);
	rows.splice(at, 1, ...(row ? [structuredClone(row)] : []));
	workspace.integrations = rows;
}
