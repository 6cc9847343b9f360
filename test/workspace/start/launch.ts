import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';

const REPOSITORY = join(__dirname, '../../..');

/** Starts `npm start` without npm, as a process of its own. */
export function launch(args: readonly string[] = [], environment: NodeJS.ProcessEnv = {}): ChildProcessWithoutNullStreams {
	const command = [join(REPOSITORY, 'node_modules/tsx/dist/cli.mjs'), join(__dirname, '../start.ts'), ...args];
	return spawn(process.execPath, command, { env: { ...process.env, PORT: '0', ...environment } });
}

/** Waits until it serves, and tells where. */
export async function served(child: ChildProcessWithoutNullStreams): Promise<string> {
	let printed = '';
	for await (const piece of child.stdout.iterator({ destroyOnReturn: false })) {
		printed += String(piece);
		const [, url] = /^The REST API answers on (\S+)\. /m.exec(printed) ?? [];
		if (url) return url;
	}
	throw new Error(`It ended early:\n${printed}`);
}
