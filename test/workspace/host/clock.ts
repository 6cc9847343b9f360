import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AdmZip from 'adm-zip';

/** The time of an app: it stands still until a test moves it on, so that an age in a text is the same on every machine, or goes ahead. */
export interface Clock {
	/** Has an app tell the time by this clock; its timers go on as ever. */
	readonly setInto: (zip: Buffer) => Buffer;
	/** Has it go on from now, ahead of the machine's by what it is advanced. */
	readonly flow: () => void;
	readonly advance: (milliseconds: number) => void;
	/** Makes it another time. */
	readonly stopAt: (time: Date) => void;
}

/** The clock is a file in a folder that apps' processes may read: one way for every engine, and whatever runs the process. */
export function createClock(dir: string): Clock {
	const file = join(dir, 'clock');
	const source = `const machinesNow = Date.now;
Date.now = () => { const shown = require('fs').readFileSync(${JSON.stringify(file)}, 'utf8'); return shown.startsWith('+') ? machinesNow() + Number(shown) : Number(shown); };\n`;
	let [time, isFlowing] = [Date.now(), false];
	const show = (shown: number): void => {
		time = shown;
		// Whoever reads it finds the one time or the other, never half of one.
		writeFileSync(`${file}.new`, `${isFlowing ? '+' : ''}${String(time)}`);
		renameSync(`${file}.new`, file);
	};
	const setInto = (zip: Buffer): Buffer => {
		show(time);
		const app = new AdmZip(zip);
		const { classFile } = JSON.parse(app.readAsText('app.json')) as { classFile: string };
		const name = classFile.replace(/\.ts$/, '.js');
		app.updateFile(name, Buffer.from(source + app.readAsText(name)));
		return app.toBuffer();
	};
	return {
		setInto,
		flow: () => {
			isFlowing = true;
			show(0);
		},
		advance: (milliseconds) => {
			show(time + milliseconds);
		},
		stopAt: (at) => {
			isFlowing = false;
			show(at.getTime());
		},
	};
}
