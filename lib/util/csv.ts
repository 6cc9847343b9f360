/** Comma-separated values by RFC 4180, in UTF-8 with a byte order mark, so that a spreadsheet reads them, and computes none. */

/** What a spreadsheet takes for a formula, also written wide. Apostrophes before it count, so that taking one off gives what was there. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The text of a file: a line for each row, a cell for each text. A cell that would be a formula gets an apostrophe in front. */
export function toCsv(rows: readonly (readonly string[])[]): string {
	const lines = rows.map((row) => row.map((text) => quoted(formula.test(text) ? `'${text}` : text)).join(','));
	return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`;
}

function quoted(cell: string): string {
	return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
