import { type ISetting, SettingType } from '@rocket.chat/apps-engine/definition/settings';
import type { AppText } from './appTexts';
import type { Inhabited } from './inhabited';
import { sentences } from './sentences';
import type { Outcome } from './typed';

export interface Saved extends Outcome {
	readonly saved?: string;
}

type Fits = (value: unknown, setting: ISetting) => boolean;

const isText: Fits = (value) => typeof value === 'string';

/** What a settings page sends; a text, where nothing else is said. A number's field can be left empty. */
const checks: Partial<Record<SettingType, Fits>> = {
	[SettingType.BOOLEAN]: (value) => typeof value === 'boolean',
	[SettingType.NUMBER]: (value) => value === '' || Number.isInteger(value),
	[SettingType.SELECT]: (value, { values = [] }) => values.some(({ key }) => key === value),
};

/** Saves what was changed, one setting after the other as the server does, or nothing where a value is none. */
export async function saveSettings(
	{ host }: Inhabited,
	changed: Readonly<Record<string, unknown>>,
	text: AppText,
): Promise<Saved> {
	const settings = new Map(Object.entries(host.settings()));
	const labels: string[] = [];
	for (const [id, value] of Object.entries(changed)) {
		const setting = settings.get(id);
		if (!setting) return { failure: sentences.unknownSetting(id) };
		const fits = checks[setting.type] ?? isText;
		if (!fits(value, setting)) return { failure: sentences.wrongValue(id) };
		labels.push(text(setting.i18nLabel));
	}
	await host.setSettings(changed);
	return { saved: sentences.saved(labels) };
}
