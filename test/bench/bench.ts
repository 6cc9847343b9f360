/**
 * What the app costs: its command beside the least that any app does for the same answer (`floor-app/`), and beside the same requests
 * without an app. Timings only inform: they depend on the machine, so that none of them fails the run.
 */
import { parseArgs } from 'node:util';
import { type Measured, measure } from './measure';
import { toJson, toText } from './print';
import { benchCases } from './scene';

async function main(): Promise<void> {
	const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
	const measured: Measured[] = [];
	for (const bench of benchCases) {
		process.stderr.write(
			`${bench.integrations} integrations${bench.people ? ` of ${bench.people} people` : ''}, ${bench.runs} runs of each …\n`,
		);
		measured.push(await measure(bench));
	}
	process.stdout.write(`${values.json ? toJson(measured) : toText(measured)}\n`);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
	process.exitCode = 1;
});
