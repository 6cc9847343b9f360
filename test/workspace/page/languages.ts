import type { Inhabited } from './inhabited';
import { type Html, markup } from './markup';
import { sentences } from './sentences';
import { valueOf } from './settingField';
import type { Outcome } from './typed';
import { type Visitor, workspaceLanguageOf } from './visitor';

/** A choice as the page sends it: the language that a person prefers, or that of the workspace. */
export interface LanguageChoice {
	readonly of?: unknown;
	/** Its tag; empty where a person takes the workspace's. */
	readonly language?: unknown;
}

/** The tags of the languages that the installed app speaks, as Rocket.Chat writes them. */
function languagesOf({ host }: Inhabited): string[] {
	return Object.keys(host.manager.getLanguageContent()).flatMap((tag) => Intl.getCanonicalLocales(tag));
}

/** A language as those call it who speak it. */
function nameOf(tag: string): string {
	return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

function select(inhabited: Inhabited, of: 'reader' | 'workspace', chosen: string): Html {
	const options = languagesOf(inhabited).map(
		(tag) => markup`<option value="${tag}" lang="${tag}" ${tag === chosen && markup`selected`}>${nameOf(tag)}</option>`,
	);
	const none = of === 'reader' && markup`<option value="">${sentences.asTheWorkspace}</option>`;
	return markup`<label>${sentences.languageOf[of]}
		<select class="field" data-language-of="${of}">${none}${options}</select></label>`;
}

/** The choice of the language that somebody prefers. */
export function readerLanguage(inhabited: Inhabited, { user }: Visitor): Html {
	return select(inhabited, 'reader', user.language);
}

/** The choice of the language that the app posts in. */
export function workspaceLanguage(inhabited: Inhabited): Html {
	return select(inhabited, 'workspace', workspaceLanguageOf(inhabited.workspace));
}

/** Has somebody, or the workspace, speak a language from now on; a failure where the app does not speak it. */
export async function chooseLanguage(inhabited: Inhabited, { user }: Visitor, choice: LanguageChoice): Promise<Outcome> {
	const { of, language } = choice;
	const known = languagesOf(inhabited).find((tag) => tag === language);
	if (of === 'reader' && (known !== undefined || language === '')) {
		user.language = known ?? '';
		return {};
	}
	if (of !== 'workspace' || known === undefined) return { failure: sentences.noSuchLanguage };
	await setWorkspaceLanguage(inhabited, known);
	return {};
}

/** The app remembers the workspace's settings for a while, but not past one of its own that is saved: so it speaks the language at once. */
export async function setWorkspaceLanguage({ workspace, host }: Inhabited, tag: string): Promise<void> {
	workspace.settings.Language = tag;
	const [setting] = Object.values(host.settings());
	if (setting) await host.setSettings({ [setting.id]: valueOf(setting) });
}
