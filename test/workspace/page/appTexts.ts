import type { Inhabited } from './inhabited';

/** Gives a text of the app by its key, with or without the prefix that the server puts before keys. */
export type AppText = (key: string) => string;

type Texts = Readonly<Record<string, string>>;

/** The texts that the installed package brings, in a language: English where it has none, the bare key where nobody has. */
export function appTextsIn({ host, appId }: Inhabited, language: string): AppText {
	const all = host.manager.getLanguageContent() as Readonly<Record<string, Texts | undefined>>;
	const [own, english] = [all[language.toLowerCase()], all.en];
	return (key) => {
		const name = key.replace(`app-${appId}.`, '');
		return own?.[name] ?? english?.[name] ?? key;
	};
}
