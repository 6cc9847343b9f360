/** When the engine calls the app by itself: every few minutes, for the watched rooms. */
import type { IPersistence, ISchedulerExtend, ISchedulerModify } from '@rocket.chat/apps-engine/definition/accessors';
import { type IProcessor, StartupType } from '@rocket.chat/apps-engine/definition/scheduler/IProcessor';
import { removeAll } from '../lib/watch/store';

/** No id may have 12 letters: the server would take it for one of its database when it is cancelled. */
const id = 'watched-rooms';

/** A long interval would be put off by each restart: the store decides what is due. */
const interval = '5 minutes';

/** Registers what runs then, from each start on: switching the app off ends its jobs. Without the permission nothing happens. */
export async function registerRounds(scheduler: ISchedulerExtend, processor: IProcessor['processor']): Promise<void> {
	const startupSetting = { type: StartupType.RECURRING, interval } as const;
	await scheduler.registerProcessors([{ id, processor, startupSetting }]);
}

/** Has it run; gives whether it does: without the permission the engine answers with nothing. There is one such job, however often it is asked for. */
export async function scheduleRounds(scheduler: ISchedulerModify): Promise<boolean> {
	return typeof (await scheduler.scheduleRecurring({ id, interval, skipImmediate: true })) === 'string';
}

/** Keeps nothing more of any room: the server may leave a record behind when it removes the app. */
export async function forgetRooms(persistence: IPersistence): Promise<void> {
	await removeAll({ writer: persistence });
}
