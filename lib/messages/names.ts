/** How sentences name things: settings, names from outside, lists of them, words to type. */
import { code, codeToType } from '../util/inlineCode';
import type { ForAdmin } from '../failure';
import type { SettingId } from '../settings';
import type { Translate } from './translate';
import type { Query } from '../query/query';
import { printQuery } from '../query/printQuery';

/** A name from outside as inline code, at most 40 UTF-16 units; an ellipsis where nothing of it can be shown. */
export function quote(name: string): string {
	return code(name, 40) || '…';
}

/** The label of a setting, in bold. */
export function label(id: SettingId, t: Translate): string {
	return `**${t(`setting_${id}_label`)}**`;
}

/** Words that lead to a page; in bold where its address is not known. */
export function linked(words: string, url: string): string {
	return url === '' ? `**${words}**` : `[${words}](${url})`;
}

/** Where the app's settings are, with a link where their address is known. */
export function inSettings({ settingsUrl }: ForAdmin, t: Translate): string {
	const words = t('in_settings');
	return settingsUrl === '' ? words : linked(words, settingsUrl);
}

/** The labels of settings, as a list. */
export function labels(ids: readonly SettingId[], t: Translate): string {
	return list(
		ids.map((id) => label(id, t)),
		'and',
		t,
	);
}

/** When to try again: in seconds, or in minutes from two on. */
export function waitOf(seconds: number, t: Translate): string {
	return seconds < 120 ? t('wait_seconds', { count: seconds }) : t('wait_minutes', { count: Math.ceil(seconds / 60) });
}

/** A list with "and" or "or" before its last item. */
export function list(items: readonly string[], kind: 'and' | 'or', t: Translate): string {
	const last = items[items.length - 1] ?? '';
	return items.length < 2 ? last : t(`list_${kind}`, { items: items.slice(0, -1).join(', '), last });
}

/** A list of items that hold commas themselves. */
export function apart(items: readonly string[], t: Translate): string {
	return items.reduce((before, last) => (before ? t('list_apart', { items: before, last }) : last), '');
}

/** How many names are shown; the others are counted. */
const mostNames = 20;

/** A list of names from outside. */
export function quoted(names: readonly string[], kind: 'and' | 'or', t: Translate): string {
	return list(firstNames(names, mostNames), kind, t);
}

/** The first names from outside, and how many more there are. */
export function firstNames(names: readonly string[], most: number): string[] {
	const shown = names.slice(0, most).map(quote);
	return names.length > most ? [...shown, `+${names.length - most}`] : shown;
}

/** UTF-16 units; a query that can be typed is not as long. */
const longestQuery = 300;

/** Words to type, as inline code, because they may hold names from outside. */
export function typed(words: string): string {
	return codeToType(words, longestQuery);
}

/** What to type for a query, as inline code. `fresh` is left out: it was meant for one answer. */
export function wordsToType(query: Query): string {
	return typed(printQuery({ ...query, fresh: undefined }));
}

/** An ISO date that does not break at its hyphens. */
export function day(date: string): string {
	return unbroken(date.slice(0, 10)) || '…';
}

/** `2025-06-04 10:00` of an ISO date and time, unbroken as well; empty where there is none. */
export function minute(at: string): string {
	return unbroken(at.slice(0, 16).replace('T', ' '));
}

function unbroken(text: string): string {
	return text.replace(/-/g, '\u2060-\u2060');
}
