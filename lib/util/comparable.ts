/** Compares names and texts in the way in which people read them. */
import { clean } from './inlineCode';

/**
 * A text as it is compared: as the app shows it, in small letters, composed, with plain quotes. Keyboards differ in all of these,
 * and nobody sees it. Empty where nothing of it can be seen.
 */
export function comparable(text: string): string {
	return clean(text.normalize('NFC'))
		.replace(/[‘’‚‛′]/g, "'")
		.replace(/[“”„‟″]/g, '"')
		.toLowerCase();
}

/** Whether two names are the same to a reader. A name of which nothing can be seen is like no other. */
export function sameName(one: string, other: string): boolean {
	const seen = comparable(one);
	return seen !== '' && seen === comparable(other);
}
