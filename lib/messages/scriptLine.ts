/** The script of an integration, in words: never a piece of it. */
import type { Integration } from '../integrations/integration';
import type { Writer } from './nameWidths';

/** Whether it has one, whether that runs, and where. */
export function scriptLine({ script: state, scriptEngine, scriptError }: Integration, { t, name }: Writer): string {
	if (state === 'none') {
		return t('detail_script_none');
	}
	if (state === 'notCompiled') {
		return t('detail_script_notCompiled');
	}
	if (!scriptError) {
		const key = engineKeys.get(scriptEngine);
		return t('detail_script_on', { engine: key ? t(key) : name(scriptEngine) });
	}
	const { name: error, line } = scriptError;
	return line === undefined
		? t('detail_script_error', { error: name(error) })
		: t('detail_script_error_line', { error: name(error), line });
}

/** The sandboxes, by Rocket.Chat's words for them. */
const engineKeys = new Map<string, 'detail_engine_default' | 'detail_engine_secure' | 'detail_engine_compatible'>([
	['', 'detail_engine_default'],
	['isolated-vm', 'detail_engine_secure'],
	['vm2', 'detail_engine_compatible'],
]);
