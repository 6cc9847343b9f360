/** The app's time: it goes on as the machine's does, but can be moved on, and made to run faster, so that no limit is waited for. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AdmZip from 'adm-zip';

export interface Time {
	/** Has an app live in this time. */
	readonly setInto: (zip: Buffer) => Buffer;
	readonly advance: (milliseconds: number) => void;
	/** How often as fast as the machine's it goes from now on, timers included. */
	readonly pace: (times: number) => void;
}

/** What it was when it was told last, and how it goes on from there. */
interface Reading {
	readonly at: number;
	readonly since: number;
	readonly pace: number;
}

/** Every reading is of the file, so that what was changed counts at once. */
function sourceFor(file: string): string {
	return `const [machinesNow, machinesTimer] = [Date.now, setTimeout];
const reading = () => JSON.parse(require('fs').readFileSync(${JSON.stringify(file)}, 'utf8'));
Date.now = () => { const { at, since, pace } = reading(); return Math.round(at + (machinesNow() - since) * pace); };
setTimeout = (work, milliseconds, ...more) => machinesTimer(work, milliseconds / reading().pace, ...more);\n`;
}

/** The time is a file in a folder that apps' processes may read. */
export function createTime(dir: string): Time {
	const file = join(dir, 'time');
	let last: Reading = { at: Date.now(), since: Date.now(), pace: 1 };
	const change = ({ by = 0, pace = last.pace }: { by?: number; pace?: number }): void => {
		const since = Date.now();
		last = { at: last.at + (since - last.since) * last.pace + by, since, pace };
		writeFileSync(`${file}.new`, JSON.stringify(last));
		renameSync(`${file}.new`, file);
	};
	change({});
	return {
		setInto: (zip) => {
			const app = new AdmZip(zip);
			const { classFile } = JSON.parse(app.readAsText('app.json')) as { classFile: string };
			const name = classFile.replace(/\.ts$/, '.js');
			app.updateFile(name, Buffer.from(sourceFor(file) + app.readAsText(name)));
			return app.toBuffer();
		},
		advance: (by) => {
			change({ by });
		},
		pace: (pace) => {
			if (pace !== last.pace) change({ pace });
		},
	};
}
