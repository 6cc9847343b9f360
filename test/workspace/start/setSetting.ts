import { type ISetting, SettingType } from '@rocket.chat/apps-engine/definition/settings';
import type { Host } from '../host';
import type { Entry } from './conversation';
import { sentences } from './sentences';

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
	['true', true],
	['false', false],
]);

function shown({ type }: ISetting, value: unknown): string {
	if (value === '' || value === undefined) return sentences.emptyValue;
	return type === SettingType.PASSWORD ? sentences.hiddenValue : typeof value === 'string' ? value : JSON.stringify(value);
}

/** The value of the setting's type, or why what was typed is none. A number may be left out: the app takes its default then. */
function convert({ id, type, values = [] }: ISetting, typed: string): { value: unknown } | { refusal: string } {
	if (type === SettingType.BOOLEAN) {
		const value = BOOLEANS.get(typed.toLowerCase());
		return value === undefined ? { refusal: sentences.notBoolean(id) } : { value };
	}
	if (type === SettingType.NUMBER && typed !== '') {
		return /^-?\d+$/.test(typed) ? { value: Number(typed) } : { refusal: sentences.notNumber(id) };
	}
	const keys = values.map(({ key }) => key);
	return type === SettingType.SELECT && !keys.includes(typed) ? { refusal: sentences.notAnOption(id, keys) } : { value: typed };
}

/** Runs `/set ID VALUE` as the app's settings page would; a password's value is never repeated. */
export async function setSetting(host: Host, typed: string): Promise<Entry> {
	const [, id = '', text = ''] = /^(\S*)\s*(.*)$/s.exec(typed) ?? [];
	const settings = new Map(Object.entries(host.settings()));
	const setting = settings.get(id);
	if (!setting) {
		const known = [...settings.values()].map((one) => `  ${one.id}: ${shown(one, one.value ?? one.packageValue)}`);
		return { kind: id === '' ? 'note' : 'refusal', text: sentences.unknownSetting(id, known) };
	}
	const converted = convert(setting, text);
	if ('refusal' in converted) return { kind: 'refusal', text: converted.refusal };
	await host.setSetting(id, converted.value);
	return { kind: 'note', text: sentences.settingIs(id, shown(setting, converted.value)) };
}
