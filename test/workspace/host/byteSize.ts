const UNITS = ['B', 'kB', 'MB', 'GB'];

/** A size for people, as Rocket.Chat says it: thousands of bytes, with so many digits behind the point at most. */
export function byteSize(bytes: number, digits = 1): string {
	const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
	return `${Number((bytes / 1000 ** power).toFixed(digits))} ${UNITS[power] ?? ''}`;
}
