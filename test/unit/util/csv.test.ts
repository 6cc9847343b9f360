import { describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { toCsv } from '../../../lib/util/csv';

/** What a strict reader makes of it. */
function read(text: string): string[][] {
	return parse(text, { bom: true, delimiter: ',', quote: '"', escape: '"', record_delimiter: '\r\n', skip_empty_lines: false });
}

/** The cells as they were, without the apostrophe that keeps a spreadsheet from computing them. */
function unguarded(rows: readonly (readonly string[])[]): string[][] {
	return rows.map((row) => row.map((cell) => (/^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell)));
}

test('a line for each row, each with its own end, behind a byte order mark', () => {
	expect(
		toCsv([
			['id', 'name'],
			['1', 'GitHub deploys'],
		]),
	).toBe('\ufeffid,name\r\n1,GitHub deploys\r\n');
});

test.each([
	['a,b', '"a,b"'],
	['say "hi"', '"say ""hi"""'],
	['two\nlines', '"two\nlines"'],
	['two\r\nlines', '"two\r\nlines"'],
	['"', '""""'],
	['', ''],
	[' blank ', ' blank '],
])('the text %j is the cell %j', (text, cell) => {
	expect(toCsv([['x', text]])).toBe(`\ufeffx,${cell}\r\n`);
});

describe('no cell is computed', () => {
	test.each(['=1+1', '+1', '-1', '@SUM(A1)', '@ana', '\tx', '\rx', '\nx', '＝1', "'=1"])(
		'%j has an apostrophe in front',
		(text) => {
			const [[cell = ''] = []] = read(toCsv([[text]]));
			expect(cell).toBe(`'${text}`);
			expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
		},
	);

	test.each(["'tis", "''", '#general', 'a=1', '1-2'])('%j is as it was', (text) => {
		expect(read(toCsv([[text]]))).toEqual([[text]]);
	});
});

test('whatever was written is read again', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ',', '"', "'", ' ', 'a', 'é', '＝', '🙂') }),
	);
	const rows = fc.integer({ min: 2, max: 5 }).chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width })));
	fc.assert(
		fc.property(rows, (written) => {
			expect(unguarded(read(toCsv(written)))).toEqual(written);
		}),
	);
});
