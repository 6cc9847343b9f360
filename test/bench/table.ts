function line(cells: readonly string[], widths: readonly number[]): string {
	return `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
}

/** A table of Markdown, in columns also for whoever reads it as text. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const widths = head.map((title, column) =>
		Math.max(3, ...[title, ...rows.map((row) => row[column] ?? '')].map(({ length }) => length)),
	);
	const rule = widths.map((width) => '-'.repeat(width));
	return [head, rule, ...rows].map((cells) => line(cells, widths)).join('\n');
}
