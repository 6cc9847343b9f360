/** Reads the fields of stored records: whoever makes an integration decides what is in them, and how much. */
import { longestText } from '../integrations/integration';
import { toText as asText } from '../util/guards';

/** No more of a list is read than these: entries, and UTF-16 units of each and of all together. */
const most = { entries: 1000, inOne: 1000, inAll: 20_000 };

/** The value if it is a text, cut; else an empty text. */
export function toText(value: unknown): string {
	return asText(value).slice(0, longestText);
}

/**
 * The texts of a list, cut. The server reads a plain text, of old or imported records, as the only entry, and a field that is not
 * there as none: no channel means all public channels, no trigger word every message (its triggerHandler). Entries count as they are:
 * trimmed ones would match more than the server's do. A field of which nothing can be read gives undefined: as "none" it would reach
 * further.
 */
export function toEntries(field: unknown): string[] | undefined {
	if (field === undefined || field === null || field === '') {
		return [];
	}
	const entries = withinBounds(entriesOf(field));
	const texts = entries.filter((entry) => typeof entry === 'string').map((text) => text.slice(0, most.inOne));
	return entries.length > 0 && texts.length === 0 ? undefined : texts;
}

function entriesOf(field: unknown): readonly unknown[] {
	return Array.isArray(field) ? field : [field];
}

/** The first entries, as many as are read. */
function withinBounds(entries: readonly unknown[]): readonly unknown[] {
	let sum = 0;
	return entries.slice(0, most.entries).filter((entry) => {
		sum += Math.min(asText(entry).length, most.inOne);
		return sum <= most.inAll;
	});
}

/** Whether something of these texts is left out. */
export function isTextShortened(texts: readonly unknown[]): boolean {
	return texts.some((text) => asText(text).length > longestText);
}

/** Whether something of these lists, or single texts in their place, is left out. */
export function isListShortened(fields: readonly unknown[]): boolean {
	return fields.map(entriesOf).some((entries) => {
		const read = withinBounds(entries);
		return read.length < entries.length || read.some((entry) => asText(entry).length > most.inOne);
	});
}
