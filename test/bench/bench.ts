/**
 * What the app costs: its command and its start beside the least that any app does for the same (`floor-app/`), and what it bears;
 * with `--hostile` what somebody can do to it who means no good.
 * Timings only inform: they depend on the machine, so that none of them fails the run; a wrong answer does.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureHostile } from './hostile/measure';
import { toHostileText } from './hostile/text';
import { measureLoad } from './load';
import { describeMachine } from './machine';
import { type Measured, measure } from './measure';
import { type Results, toJson, toMarkdown } from './results';
import { benchCases } from './scene';
import { measureStartup } from './startup';

function progress(text: string): void {
	process.stderr.write(`${text} …\n`);
}

async function measureAll(): Promise<Results> {
	const cases: Measured[] = [];
	for (const bench of benchCases) {
		progress(`${bench.integrations} integrations${bench.people ? ` of ${bench.people} people` : ''}, ${bench.runs} runs of each`);
		cases.push(await measure(bench));
	}
	progress('The start');
	const startup = await measureStartup();
	progress('Load');
	return { cases, startup, load: await measureLoad() };
}

async function main(): Promise<void> {
	const flag = { type: 'boolean', default: false } as const;
	const { values } = parseArgs({ options: { json: flag, write: flag, hostile: flag } });
	if (values.hostile) {
		process.stdout.write(toHostileText(await measureHostile(progress), describeMachine()));
		return;
	}
	const results = await measureAll();
	const text = toMarkdown(results, describeMachine(), new Date());
	if (values.write) writeFileSync(join(__dirname, 'RESULTS.md'), text);
	process.stdout.write(values.json ? `${toJson(results)}\n` : text);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
	process.exitCode = 1;
});
