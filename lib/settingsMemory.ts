/** Remembers the cleaned settings from one command to the next: each of them is a question to another process. */
import type { ISettingRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { Settings } from './settings';
import { readSettings } from './settings';

export interface SettingsMemory {
	/** The remembered settings, or, where there are none, those that it reads now. Rejects, and remembers nothing, as reading does. */
	readonly recall: (reader: Pick<ISettingRead, 'getValueById'>) => Promise<Settings>;
	/** To be called when a setting was saved: the engine does so on every server of the workspace, after storing the value. */
	readonly forget: () => void;
}

/** No longer than this, in milliseconds, should a server ever fail to tell of a change. */
const longest = 60_000;

/** Makes an empty memory; `now` gives an epoch in milliseconds. */
export const createSettingsMemory = (now: () => number): SettingsMemory => {
	let kept: { readonly settings: Promise<Settings>; readonly until: number } | undefined;
	const forget = (): void => {
		kept = undefined;
	};
	const recall: SettingsMemory['recall'] = async (reader) => {
		if (!kept || kept.until <= now()) {
			// Kept at once: what was read before a change must not come back after it.
			kept = { settings: readSettings(reader), until: now() + longest };
		}
		const { settings } = kept;
		return settings.catch((error: unknown) => {
			forget();
			throw error;
		});
	};
	return { recall, forget };
};
