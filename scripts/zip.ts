import { readFileSync, writeFileSync } from 'node:fs';
import AdmZip from 'adm-zip';

/** Says which tool packaged and when; no engine reads it, and it would differ in every zip. */
const PACKAGED_BY = '.packagedby';
/** The first moment that a zip can name. It is written as local time, and so the same in every time zone. */
const TIME = new Date(1980, 0, 1);
const MODE = 0o644;
/** A zip names the system that it was made on: here always Unix, format 2.0. */
const MADE_BY = 0x0314;

/**
 * Writes a zip anew that is the same bytes whenever and wherever it is made of the same files, so that whoever has the sources can
 * prove what is in a release: one order, one time, one mode.
 */
export function writeSameBytes(from: string, to: string): void {
	// Its own order depends on the language of the machine.
	const zip = new AdmZip({ noSort: true });
	for (const [name, data] of readFiles(from)) {
		const { header } = zip.addFile(name, data, '', MODE);
		header.time = TIME;
		header.made = MADE_BY;
	}
	// Its own way to write a file makes one that everybody may write.
	writeFileSync(to, zip.toBuffer());
}

function readFiles(path: string): [string, Buffer][] {
	const entries = new AdmZip(readFileSync(path)).getEntries().filter(({ entryName }) => entryName !== PACKAGED_BY);
	return entries
		.map((entry): [string, Buffer] => [entry.entryName, entry.getData()])
		.sort(([one], [other]) => (one < other ? -1 : 1));
}
