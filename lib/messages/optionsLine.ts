/** The settings that cannot be wrong, in words, for the check of the set-up. */
import type { Check, Option } from '../status/checks';
import { apart, label } from './names';
import type { Translate } from './translate';

/** A line with each of them and its value. */
export function optionsLine({ options }: Check<'options'>, t: Translate): string {
	const values = options.map(([id, value]) => t('list_named', { name: label(id, t), text: valueText(value, t) }));
	return t('status_options', { values: apart(values, t) });
}

function valueText(value: Option[1], t: Translate): string {
	if (typeof value === 'boolean') {
		return value ? t('status_on') : t('status_off');
	}
	if (typeof value === 'number') {
		return String(value);
	}
	return value === 'room' || value === 'sender' ? t(`setting_reply_visibility_${value}`) : t(`setting_watch_interval_${value}`);
}
