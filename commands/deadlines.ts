/**
 * Until when each step of a command or a click must be done. They stay below the engine's limit of 30 s for a command
 * (`APPS_ENGINE_RUNTIME_TIMEOUT`), with time left to tell the caller that something took too long.
 */
import { now } from '../lib/util/clock';
import { clickTime } from '../lib/util/timeout';

/** Milliseconds since the command or the click arrived. */
export const deadlines = {
	/** The look-ups before a click can be answered. */
	look: 2500,
	/** The response to a click: the web client waits 5 s for it and then closes the view; the rest is for the network. */
	click: clickTime,
	/** Handing the panel of a click over, where the answer took until then. */
	view: 4200,
	/** All requests to the REST API. */
	requests: 25_000,
	/** The answer: past this it is Rocket.Chat itself that does not answer the app. */
	answer: 26_000,
	/** Posting it, or opening the panel. */
	post: 26_500,
	/** Telling the caller privately that it did not work. */
	notice: 27_500,
} as const;

/** Milliseconds left until a deadline of what began at `startedAt` (epoch, milliseconds); never below 0. */
export function timeLeft(startedAt: number, deadline: keyof typeof deadlines): number {
	return Math.max(0, startedAt + deadlines[deadline] - now());
}
