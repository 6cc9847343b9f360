import { type ISetting, SettingType } from '@rocket.chat/apps-engine/definition/settings';
import type { AppText } from './appTexts';
import { icons } from './icons';
import { renderMarkdown } from './markdown';
import { type Html, markup, nothing } from './markup';
import { sentences } from './sentences';

/** The value that counts: the engine keeps the default beside what was saved. */
export function valueOf({ value, packageValue }: ISetting): unknown {
	return (value as unknown) ?? (packageValue as unknown);
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}

type Draw = (setting: ISetting, attributes: Html, text: AppText) => Html;

const line: Draw = (setting, attributes) =>
	markup`<input class="field" type="text" autocomplete="off" value="${textOf(valueOf(setting))}" ${attributes}>`;

/** How each type is drawn; as a line of text, where nothing else is said. */
const controls: Partial<Record<SettingType, Draw>> = {
	[SettingType.BOOLEAN]: (setting, attributes) =>
		markup`<input type="checkbox" role="switch" class="switch" ${valueOf(setting) === true && markup`checked`} ${attributes}>`,
	[SettingType.NUMBER]: (setting, attributes) =>
		markup`<input class="field" type="number" value="${textOf(valueOf(setting))}" ${attributes}>`,
	[SettingType.SELECT]: (setting, attributes, text) => {
		const chosen = valueOf(setting);
		const options = (setting.values ?? []).map(
			({ key, i18nLabel }) => markup`<option value="${key}" ${key === chosen && markup`selected`}>${text(i18nLabel)}</option>`,
		);
		return markup`<select class="field" ${attributes}>${options}</select>`;
	},
	// A secret stays on the server: its field is empty, and only what is typed into it counts.
	[SettingType.PASSWORD]: (setting, attributes) => {
		const kept = valueOf(setting) ? sentences.keptSecret : '';
		return markup`<input class="field" type="password" autocomplete="new-password" value="" placeholder="${kept}"
			data-kept="${sentences.keptSecret}" lang="en" ${attributes}>`;
	},
};

/** One setting: its label, its field, what it means, and the way back to its default, which the script shows where there is one. */
export function settingField(setting: ISetting, text: AppText): Html {
	const { id, type, i18nLabel, i18nDescription } = setting;
	const initially = textOf(setting.packageValue);
	const label = text(i18nLabel);
	const described = i18nDescription === undefined ? nothing : markup`aria-describedby="${id}-description"`;
	const attributes = markup`id="${id}" name="${id}" data-type="${type}" data-default="${initially}" ${described}`;
	return markup`<div class="setting">
		<div class="setting-head"><label for="${id}">${label}</label>
			<button type="button" class="icon-button" lang="en" data-reset="${id}" aria-label="${sentences.reset(label)}" title="${sentences.reset(label)}" hidden>${icons.reset}</button></div>
		${(controls[type] ?? line)(setting, attributes, text)}
		${i18nDescription && markup`<div class="hint" id="${id}-description">${renderMarkdown(text(i18nDescription))}</div>`}
	</div>`;
}
