import type { Measured } from './measure';
import type { Timing } from './statistics';

const toHundredths = (value: number): number => Math.round(value * 100) / 100;

/** What `--json` prints: of each kind of run the median. */
export function toJson(cases: readonly Measured[]): string {
	const records = cases.map(({ bench, bare, floor, ours, ratio, hostCalls, requests }) => ({
		integrations: bench.integrations,
		people: bench.people ?? 2,
		bareMs: toHundredths(bare.median),
		floorMs: toHundredths(floor.median),
		oursMs: toHundredths(ours.median),
		ratio: toHundredths(ratio),
		hostCalls,
		requests,
	}));
	return JSON.stringify({ cases: records });
}

type Column = readonly [title: string, write: (measured: Measured) => string];

const timed = (name: string, pick: (measured: Measured) => Timing): Column[] => [
	[`${name} ms`, (measured) => pick(measured).median.toFixed(2)],
	['p95', (measured) => pick(measured).p95.toFixed(2)],
];

const mebibytes = (bytes: number): string => (bytes / 1024 ** 2).toFixed(0);
const grouped = (value: number): string => value.toLocaleString('en');

const columns: readonly Column[] = [
	['integrations', ({ bench }) => grouped(bench.integrations)],
	['people', ({ bench }) => grouped(bench.people ?? 2)],
	['runs', ({ bench }) => grouped(bench.runs)],
	...timed('bare', ({ bare }) => bare),
	...timed('floor', ({ floor }) => floor),
	...timed('ours', ({ ours }) => ours),
	['ours/floor', ({ ratio }) => ratio.toFixed(2)],
	['host calls', ({ hostCalls }) => grouped(hostCalls)],
	['requests', ({ requests }) => grouped(requests)],
	['bytes', ({ bytes }) => grouped(bytes)],
	['floor MiB', ({ memory }) => mebibytes(memory.floor)],
	['ours MiB', ({ memory }) => mebibytes(memory.ours)],
];

function toTable(rows: readonly (readonly string[])[]): string[] {
	const widths = columns.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '));
}

const verdict = ({ bench, ratio }: Measured): string => {
	const goal = bench.goal.toFixed(2);
	return `${grouped(bench.integrations)}: ${ratio <= bench.goal ? `goal met (at most ${goal})` : `goal missed (${ratio.toFixed(2)}, at most ${goal})`}`;
};

/** A row for each case; then one line that says which of them met their goals. */
export function toText(cases: readonly Measured[]): string {
	const rows = [columns.map(([title]) => title), ...cases.map((one) => columns.map(([, write]) => write(one)))];
	return [...toTable(rows), '', cases.map(verdict).join('; ')].join('\n');
}
