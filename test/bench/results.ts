/** All that the bench measured, as JSON, or as what RESULTS.md says. */
import type { Kind } from './limited';
import type { Load } from './load';
import type { Machine } from './machine';
import type { Measured } from './measure';
import type { Startup } from './startup';
import { table } from './table';

export interface Results {
	readonly cases: readonly Measured[];
	readonly startup: Startup;
	readonly load: Load;
}

function toHundredths(value: number): number {
	return Math.round(value * 100) / 100;
}

/** What `--json` prints: of each kind of run the median. */
export function toJson({ cases, startup, load }: Results): string {
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
	return JSON.stringify({ cases: records, startup, load });
}

function grouped(value: number): string {
	return value.toLocaleString('en');
}
function milliseconds(value: number): string {
	return value < 1000 ? value.toFixed(2) : grouped(Math.round(value));
}
function mebibytes(bytes: number): string {
	return (bytes / 1024 ** 2).toFixed(0);
}

function caseName({ integrations, people }: Measured['bench']): string {
	return `${grouped(integrations)}${people === undefined ? '' : ` of ${people} people`}`;
}

interface Goal {
	readonly what: string;
	readonly is: number;
	readonly most: number;
	readonly write: (value: number) => string;
}

function goalsOf({ cases, startup, load: { sequence } }: Results): Goal[] {
	const ratio = (value: number): string => `${value.toFixed(2)} times the floor`;
	const growth = sequence.memory.after - sequence.memory.before;
	return [
		...cases.map(({ bench, ratio: is }) => ({ what: `a command, ${caseName(bench)}`, is, most: bench.goal, write: ratio })),
		{ what: 'the start', is: startup.ratio, most: startup.goal, write: ratio },
		{ what: 'growth of memory', is: growth, most: sequence.mostGrowth, write: (bytes) => `${mebibytes(bytes)} MiB` },
	];
}

/** In words: what meets its goal, and what does not. */
function verdict(results: Results): string {
	const goals = goalsOf(results);
	const missed = goals.filter(({ is, most }) => is > most);
	const told = missed.map(({ what, is, most, write }) => `${what}: ${write(is)}, and should be at most ${write(most)}`);
	return missed.length === 0 ? `All ${goals.length} goals are met.` : `**${missed.length} missed**: ${told.join('; ')}.`;
}

function caseTable(cases: readonly Measured[]): string {
	const head = ['integrations', 'bare ms', 'floor ms', 'ours ms', 'p95', 'ours/floor', 'goal', 'host calls', 'requests', 'bytes'];
	const rows = cases.map(({ bench, bare, floor, ours, ratio, hostCalls, requests, bytes }) => [
		caseName(bench),
		...[bare.median, floor.median, ours.median, ours.p95].map(milliseconds),
		...[ratio.toFixed(2), bench.goal.toFixed(2)],
		...[hostCalls, requests, bytes].map(grouped),
	]);
	return table(
		[...head, 'floor MiB', 'ours MiB'],
		cases.map(({ memory }, index) => [...(rows[index] ?? []), ...[memory.floor, memory.ours].map(mebibytes)]),
	);
}

function startupTable({ floor, ours, ratio, goal }: Startup): string {
	const row = [floor.median, floor.p95, ours.median, ours.p95].map(milliseconds);
	return table(['floor ms', 'p95', 'ours ms', 'p95', 'ours/floor', 'goal'], [[...row, ratio.toFixed(2), goal.toFixed(2)]]);
}

function togetherTable({ together: { floor, ours, twoHosts, requests } }: Load): string {
	const row = (name: string, ms: number, asked: number): string[] => [
		name,
		milliseconds(ms),
		(ms / floor).toFixed(2),
		grouped(asked),
	];
	return table(
		['', 'ms until the last answer', 'times the floor', 'requests to the server'],
		[
			row('the floor app', floor, requests.floor),
			row('ours', ours, requests.ours),
			row('ours, in two hosts of the workspace', twoHosts, requests.twoHosts),
		],
	);
}

function answersTable({ limited: { answers } }: Load): string {
	return table(
		['answers', 'what they are'],
		(Object.keys(answers) as Kind[]).map((kind) => [grouped(answers[kind]), kind]),
	);
}

function watchedText({
	watched: {
		rooms,
		integrations,
		milliseconds: [first, quiet],
		bare,
		requests,
		memory,
	},
}: Load): string {
	return `### A round through ${grouped(rooms)} watched rooms, with ${grouped(integrations)} integrations

Without a rate limit. The round in which every room was first seen took ${milliseconds(first)} ms, the one in which nothing had changed ${milliseconds(quiet)} ms \
and ${grouped(requests)} requests, which alone take ${milliseconds(bare)} ms; the app's process had ${mebibytes(memory)} MiB then (at most 5 s and 200 MiB are meant).`;
}

function wholeText({ whole: { integrations, asked, bare, memory, limited } }: Load): string {
	const rows = asked.map(({ words, milliseconds: took, requests }) => [
		`\`${words}\``,
		milliseconds(took),
		(took / bare).toFixed(2),
		grouped(requests),
	]);
	return `### The whole workspace, ${grouped(integrations)} integrations

With nothing kept and without a rate limit; the requests of the list alone take ${milliseconds(bare)} ms. At most 60 requests and 200 MiB are meant: \
the app's process had ${mebibytes(memory)} MiB at the end. With ten calls a minute the answer begins: ${limited}

${table(['words', 'ms', 'times the bare requests', 'requests'], rows)}`;
}

function clickedText({ clicked: { floor, ours, ratio, hostCalls } }: Load): string {
	return `### The first click after a command

*Browse* under a summary of 20 integrations, with the answer that was kept: ${milliseconds(ours.median)} ms (p95 ${milliseconds(ours.p95)}), ${ratio.toFixed(2)} times a \
floor app's that opens a panel as long at once (${milliseconds(floor.median)} ms); ${hostCalls} calls to the host, because every click is checked anew.`;
}

function loadText(load: Load): string {
	const { together, sequence, limited } = load;
	const { memory, mostGrowth } = sequence;
	const growth = memory.after - memory.before;
	return `## Load

Every command was answered, and every answer was right: the bench ends with an error otherwise.

### ${together.commands} commands at the same moment, in ${together.rooms} rooms

Nothing is kept (\`cache_seconds\` 0): commands share what is under way. Each of the floor app's asks for itself.

${togetherTable(load)}

### ${grouped(sequence.commands)} commands in a row, through ${sequence.rooms} rooms

With the default settings: answers are kept for 15 s. One command took ${milliseconds(sequence.ours)} ms, ${sequence.ratio.toFixed(2)} times the floor app's. \
The app's process had ${mebibytes(memory.before)} MiB before and ${mebibytes(memory.after)} MiB after: ${growth > 0 ? `it grew by ${mebibytes(growth)} MiB` : 'it did not grow'} \
(at most ${mebibytes(mostGrowth)} MiB is no leak).

### The rate limiter on, ten calls a minute an endpoint

${limited.commands} commands in ${limited.rooms} rooms within seconds. ${grouped(limited.requests)} requests were sent, and the server refused ${limited.refused} of them.

${answersTable(load)}

${watchedText(load)}

${wholeText(load)}

${clickedText(load)}`;
}

/** The whole of RESULTS.md. */
export function toMarkdown(results: Results, machine: Machine, now: Date): string {
	const { cases, startup, load } = results;
	return `# What the app costs

Made by \`npm run bench -- --write\`, ${now.toISOString().slice(0, 10)}. The numbers depend on the machine; what counts is how many times the floor app's they are: \
the least that any app does for the same answer (\`floor-app/\`), measured in turns in the same host.

${verdict(results)}

${table(Object.keys(machine), [Object.values(machine)])}

## A command

With nothing kept. \`bare\` are the same requests without an app. Times are medians; the memory is that of the apps' processes at the end.

${caseTable(cases)}

## Start

From adding the app to its being enabled, ${startup.runs} times each.

${startupTable(startup)}

${loadText(load)}
`;
}
