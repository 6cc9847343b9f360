/** Picks the reader's language, and gives sentences in it with their values filled in. */
/// <reference lib="es2018.intl" />
import { locales } from '../generated/locales';
import { toText } from '../util/guards';

/** The tag of a language that the app has. */
export type Locale = keyof typeof locales;

type Plural = 'one' | 'few' | 'many' | 'other';

/** A key without its plural form: `people_one` and `people_other` are one sentence, `people`; its value `count` picks the form. */
type WithoutPlural<K extends string> = K extends `${infer Base}_${Plural}` ? Base : K;

type English = (typeof locales)['en'];

type SentenceKey = WithoutPlural<keyof English>;

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholders<Rest> : never;

type TextOf<K extends SentenceKey> = English[Extract<keyof English, K | `${K}_other`>];

type Values<K extends SentenceKey> = Readonly<Record<Placeholders<TextOf<K>>, string | number>> &
	(`${K}_other` extends keyof English ? { readonly count: number } : unknown);

/** Gives the sentence of a key, with a value for each of its placeholders, if it has any; `count` also picks the plural form. */
export type Translate = <K extends SentenceKey>(
	key: K,
	...values: keyof Values<K> extends never ? [] : [values: Values<K>]
) => string;

/** The locale for the first language that is set, to a text that is not empty; `en` where the app does not have it. */
export function pickLocale(languages: readonly unknown[]): Locale {
	return matchLocale(languages.map(toText).find((language) => language !== '') ?? '') ?? 'en';
}

/** The locale of a language tag, in any capitals; else one of the same language in another country. */
function matchLocale(tag: string): Locale | undefined {
	const wanted = tag.toLowerCase().replace('_', '-');
	const [language] = wanted.split('-');
	const known = Object.keys(locales).filter(isLocale);
	const exact = known.find((locale) => locale.toLowerCase() === wanted);
	return exact ?? known.find((locale) => locale.toLowerCase().split('-')[0] === language);
}

function isLocale(tag: string): tag is Locale {
	return Object.prototype.hasOwnProperty.call(locales, tag);
}

/** Made once for a locale: to make one costs more than a sentence. */
const translators = new Map<Locale, Translate>();

/** The translation function of a locale. Values are put in as they are: names from outside must go through `code` before. */
export function translator(locale: Locale): Translate {
	const made = translators.get(locale) ?? createTranslator(locale);
	translators.set(locale, made);
	return made;
}

function createTranslator(locale: Locale): Translate {
	const table: Readonly<Record<string, string>> = locales[locale];
	const plural = new Intl.PluralRules(locale);
	return (key, ...[values]) => {
		const given: Readonly<Record<string, string | number>> = values ?? {};
		const form = typeof given.count === 'number' ? `${key}_${plural.select(given.count)}` : key;
		const sentence = table[form] ?? table[`${key}_other`] ?? table[key] ?? key;
		return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(given[name] ?? placeholder));
	};
}
