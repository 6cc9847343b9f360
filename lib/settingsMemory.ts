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

/** No longer than this, in milliseconds, does anybody wait for what another command reads: a read that hangs must not take the next along. */
const longestRead = 5000;

interface Kept {
	readonly settings: Promise<Settings>;
	readonly until: number;
}

/** Makes an empty memory; `now` gives an epoch in milliseconds. */
export const createSettingsMemory = (now: () => number): SettingsMemory => {
	let kept: Kept | undefined;
	const forget = (): void => {
		kept = undefined;
	};
	const recall: SettingsMemory['recall'] = async (reader) => {
		if (kept && now() < kept.until) {
			return kept.settings;
		}
		const startedAt = now();
		// Kept at once: what was read before a change must not come back after it.
		const reading: Kept = { settings: readSettings(reader), until: startedAt + longestRead };
		kept = reading;
		const replace = (next: Kept | undefined): void => {
			kept = kept === reading ? next : kept;
		};
		return reading.settings.then(
			(settings) => {
				replace({ ...reading, until: startedAt + longest });
				return settings;
			},
			(error: unknown) => {
				replace(undefined);
				throw error;
			},
		);
	};
	return { recall, forget };
};
