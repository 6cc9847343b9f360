/**
 * `npm run fuzz`: anybody does anything, in any workspace, with any trouble, in the real engine, for ten minutes. The first thing that
 * goes wrong ends it, with what is needed to see it again: `-- --seed N --path P`. `-- --minutes N` takes another time.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { anyActions } from './actions';
import { Memory } from './memory';
import { run } from './run';
import { openSite, type Site } from './site';
import { anyWorld } from './world';

/** Runs of one seed: so many that a seed which finds something is soon there again. */
const runsOfSeed = 20;

/** Milliseconds for one seed, of which most is for what was found: to make it smaller. */
const patience = 60_000;

const scenario = fc.record({ world: anyWorld, actions: anyActions });

interface Options {
	readonly seed: number;
	readonly minutes: number;
	readonly path: string | undefined;
}

function say(text: string): void {
	process.stdout.write(`${text}\n`);
}

function readOptions(): Options {
	const text = { type: 'string' } as const;
	const { values } = parseArgs({ options: { seed: text, minutes: text, path: text } });
	const [seed, minutes] = [Number(values.seed ?? Math.floor(Math.random() * 2 ** 31)), Number(values.minutes ?? 10)];
	if (!Number.isInteger(seed) || !(minutes > 0)) throw new Error('--seed takes a whole number, --minutes a number above 0');
	return { seed, minutes, path: values.path };
}

/** Gives what was found, in words; undefined where all is well. */
async function tryOut(
	site: Site,
	{ seed, path }: Pick<Options, 'seed' | 'path'>,
	count: (what: 'run' | 'action') => void,
): Promise<string | undefined> {
	const property = fc.asyncProperty(scenario, async (made) => {
		count('run');
		await run(site, made, () => {
			count('action');
		});
	});
	const parameters = { seed, numRuns: runsOfSeed, interruptAfterTimeLimit: patience, ...(path !== undefined && { path }) };
	const { failed, counterexample, counterexamplePath, errorInstance } = await fc.check(property, parameters);
	// Where the time was over before anything was tried to its end, that counts as failed, too.
	if (!failed || counterexample === null) return undefined;
	const again = `npm run fuzz -- --seed ${seed} --path ${counterexamplePath}`;
	const found = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
	return [found, '', fc.stringify(counterexample), '', `Again: ${again}`].join('\n');
}

async function fuzz(site: Site, { seed: first, minutes, path }: Options): Promise<boolean> {
	const begun = performance.now();
	const memory = new Memory(() => site.host.process().memory);
	const done = { run: 0, action: 0 };
	const seconds = (): number => Math.round((performance.now() - begun) / 1000);
	const progress = (): string => `${seconds()} s: ${done.run} runs, ${done.action} actions, the app has ${memory.now()}`;
	let found: string | undefined;
	let [seed, told] = [first, 0];
	for (; seconds() < minutes * 60 && found === undefined && (path === undefined || seed === first); seed += 1) {
		found = await tryOut(site, { seed, path }, (what) => {
			done[what] += 1;
		});
		if (seconds() > minutes * 10) memory.begin();
		if (seconds() - told < 15) continue;
		told = seconds();
		say(`${progress()} (seed ${seed})`);
	}
	const grown = memory.fault();
	say([progress(), memory.told(), found ?? grown ?? 'Nothing was found.'].join('\n'));
	return found === undefined && grown === undefined;
}

async function main(): Promise<void> {
	const options = readOptions();
	say(`Seed ${options.seed}, ${options.minutes} min`);
	// The engine prints what its host refuses.
	console.error = () => undefined;
	const site = await openSite();
	const isWell = await fuzz(site, options).finally(async () => site.close());
	process.exitCode = isWell ? 0 : 1;
}

main().catch((error: unknown) => {
	say(error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(error));
	process.exitCode = 1;
});
