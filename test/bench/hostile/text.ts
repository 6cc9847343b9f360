import type { Machine } from '../machine';
import { table } from '../table';
import { type Attacked, bounds, heldUp } from './measure';

function mebibytes(bytes: number): number {
	return Math.round(bytes / 2 ** 20);
}

/** What an attack exceeds; empty where it ends within the bounds. */
function missed(attacked: Attacked): string {
	return [heldUp(attacked) > bounds.milliseconds && 'time', attacked.growth > bounds.bytes && 'memory']
		.filter((what) => what !== false)
		.join(', ');
}

function rowOf(attacked: Attacked): string[] {
	const { name, wait, busy, growth, requests, byEngine } = attacked;
	const verdict = missed(attacked);
	return [
		name,
		...[wait, busy, heldUp(attacked), mebibytes(growth), requests].map((value) => Math.round(value).toLocaleString('en')),
		verdict && byEngine ? `${verdict}, by the engine` : verdict,
	];
}

/** What `npm run bench -- --hostile` prints. */
export function toHostileText(all: readonly Attacked[], machine: Machine): string {
	const head = ['attack', 'others wait ms', 'busy ms', 'held up ms', 'grew MiB', 'requests', 'missed'];
	return `# What somebody can do who means no good

Every attack was answered, and every answer was right: the bench ends with an error otherwise. Meanwhile somebody asked for help in \
another room, again and again: *others wait* is the longest that one of these commands took, *busy* is how long the app's process \
computed all in all. Each holds more than the attack itself, so the smaller of the two counts: at most ${bounds.milliseconds} ms, and \
${mebibytes(bounds.bytes)} MiB more of memory. *By the engine*: it reads what is as large before the app sees it.

${table(Object.keys(machine), [Object.values(machine)])}

${table(head, all.map(rowOf))}
`;
}
