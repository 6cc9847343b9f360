/** What was measured on: numbers without it tell nothing. */
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** Each as it reads in a line. */
export type Machine = Readonly<Record<'Processor' | 'Memory' | 'Node.js' | 'Apps-Engine', string>>;

const modules = join(__dirname, '../../node_modules');

function versionOf(name: string): string {
	return (JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Describes this machine; nothing of it tells whose it is. */
export function describeMachine(): Machine {
	return {
		Processor: `${availableParallelism()} cores, ${cpus()[0]?.model.trim() ?? 'unknown'}`,
		Memory: `${(totalmem() / 1024 ** 3).toFixed(0)} GiB`,
		'Node.js': process.versions.node,
		'Apps-Engine': versionOf('@rocket.chat/apps-engine'),
	};
}
