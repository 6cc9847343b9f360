/** A watched room, and when it is due. */
import type { Settings } from '../settings';

/** That a room is watched. Times are epochs in milliseconds. */
export interface Watch {
	readonly roomId: string;
	/** Who switched it on: id and username. */
	readonly byId: string;
	readonly by: string;
	readonly since: number;
	/** When it was last looked at, and when the room was last told, or the watch began. */
	readonly looked: number;
	readonly told: number;
	/** How many looks failed in a row. */
	readonly failures: number;
	/** Whether the room did not take what changed: it is tried again. */
	readonly untold: boolean;
}

/** How often rooms are looked at. */
export type Interval = Exclude<Settings['watchInterval'], 'off'>;

/** The version of what is kept: other versions are not read. */
export const version = 1;

/** Milliseconds between two looks, by the setting; undefined: none are made. */
export const intervals: Readonly<Record<Settings['watchInterval'], number | undefined>> = {
	off: undefined,
	hourly: 3_600_000,
	daily: 86_400_000,
};

/** Whether it is time to look; what the room did not take is told as soon as it can be. `now`: epoch, milliseconds. */
export function isDue({ looked, untold }: Watch, interval: number, now: number): boolean {
	return untold || now - looked >= interval;
}
