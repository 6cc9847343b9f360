/** What is kept from one command to the next, in the memory of the app's process. */
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { createPeopleMemory, type PeopleMemory } from '../lib/host/people';
import { createPlaceMemory, type PlaceMemory } from '../lib/host/places';
import { createHostMemory, type HostMemory } from '../lib/host/remember';
import { type Cache, createCache } from '../lib/rest/cache';
import { createLookUps, type LookUps } from '../lib/rest/lookUps';
import { createRateLimits, type RateLimits } from '../lib/rest/rateLimits';
import { now } from '../lib/util/clock';

/** All of it. */
export interface Memory {
	readonly cache: Cache;
	readonly limits: RateLimits;
	readonly people: PeopleMemory;
	readonly places: PlaceMemory;
	readonly lookUps: LookUps;
	/** Raw values of the app's own settings. */
	readonly settings: HostMemory<unknown>;
	readonly serverSettings: HostMemory<unknown>;
	readonly appUser: HostMemory<IUser | undefined>;
}

/** Makes the memory of an app that starts: empty. */
export function createMemory(): Memory {
	return {
		cache: createCache(now),
		limits: createRateLimits(now),
		people: createPeopleMemory(now),
		places: createPlaceMemory(now),
		lookUps: createLookUps(now),
		settings: createHostMemory(now),
		serverSettings: createHostMemory(now),
		appUser: createHostMemory(now),
	};
}

/** Forgets the remembered settings of the app and of the workspace, and the app's user, so that they are read anew. */
export function forgetHost({ settings, serverSettings, appUser }: Memory): void {
	settings.forget();
	serverSettings.forget();
	appUser.forget();
}

/** Forgets everything that depends on a setting, the server's answers included. */
export function forgetAnswers(memory: Memory): void {
	forgetHost(memory);
	memory.cache.clear();
	memory.lookUps.lastRuns.clear();
	memory.lookUps.posters.clear();
}
