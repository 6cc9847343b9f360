/** Reads the fields of stored records: whoever makes an integration decides what is in them, and how much. */
import { longestText } from '../integrations/integration';
import { toText as asText } from '../util/guards';

/** No more entries of a list are read than these. */
const mostEntries = 1000;

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
	const entries: readonly unknown[] = Array.isArray(field) ? field.slice(0, mostEntries) : [field];
	const texts = entries.filter((entry) => typeof entry === 'string').map(toText);
	return entries.length > 0 && texts.length === 0 ? undefined : texts;
}

/** Whether something of these fields, texts or lists of texts, is left out. */
export function isShortened(fields: readonly unknown[]): boolean {
	return fields.some((field) => {
		const entries: readonly unknown[] = Array.isArray(field) ? field : [field];
		return entries.length > mostEntries || entries.some((entry) => asText(entry).length > longestText);
	});
}
