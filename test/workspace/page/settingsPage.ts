import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { hasPermission } from '../host/permissions';
import { type AppText, appTextsIn } from './appTexts';
import type { Inhabited } from './inhabited';
import { layout } from './layout';
import { type Html, markup } from './markup';
import { sentences } from './sentences';
import { settingField } from './settingField';
import { personChoice } from './sidebar';
import { languageOf, queryOf, type Visitor } from './visitor';

/** The settings by section, in the order in which the app registered them. */
function sectionsOf(settings: readonly ISetting[]): [section: string, settings: ISetting[]][] {
	const sections = new Map<string, ISetting[]>();
	for (const setting of settings) {
		const { section = '' } = setting;
		sections.set(section, [...(sections.get(section) ?? []), setting]);
	}
	return [...sections];
}

function sectionHtml([section, settings]: [string, ISetting[]], text: AppText): Html {
	return markup`<section class="settings-section"><h2>${text(section)}</h2>${settings.map((one) => settingField(one, text))}</section>`;
}

/** The app's settings page, made from the settings that the app registered. */
export function settingsPage(inhabited: Inhabited, visitor: Visitor): Html {
	const { workspace, host, appId } = inhabited;
	const { user, room } = visitor;
	const language = languageOf(user, workspace);
	const text = appTextsIn(inhabited, language);
	const isAdmin = hasPermission(workspace, user, 'manage-apps', room);
	const { name, version } = host.manager.getOneById(appId).getInfo();
	const shown = Object.values(host.settings()).filter(({ hidden }) => !hidden);
	const body = markup`<main class="settings">
		<header class="settings-header">
			<a href="/?${queryOf(visitor)}">← ${sentences.backToRoom}</a>
			<div class="title"><img src="/page/icon.png" alt="" width="36" height="36"><h1>${name} <small>${version}</small></h1>
				${personChoice(inhabited, visitor)}</div>
			<p class="hint">${sentences.settingsNote(name)} ${!isAdmin && sentences.adminsOnly(user.username)}</p>
		</header>
		<form id="settings" novalidate>
			<div lang="${language}">${sectionsOf(shown).map((section) => sectionHtml(section, text))}</div>
			<footer><button type="submit" class="button primary large" id="save" disabled>${sentences.save}</button>
				<p id="saved" role="status"></p></footer>
		</form>
	</main>`;
	return layout({ title: sentences.settingsOf(name), script: 'settings', data: markup`data-query="${queryOf(visitor)}"`, body });
}
