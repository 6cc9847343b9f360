/** What the app's log is told of failures: never a text. */
import type { App } from '@rocket.chat/apps-engine/definition/App';
import { fail, type Result } from '../lib/failure';

/** Leaves the kind of a failure in the app's log. */
export function logFailure<T>(reply: Result<T>, app: App): Result<T> {
	if (!reply.ok) {
		app.getLogger().warn({ failure: reply.failure.kind });
	}
	return reply;
}

/**
 * Turns an error that the app did not expect into a failure: the last resort of every way in. An error's text may quote
 * anything: only its name goes into the log, under the id that the caller is told.
 */
export function logUnforeseen(error: unknown, app: App): ReturnType<typeof fail<{ kind: 'unforeseen'; id: string }>> {
	const id = Math.random().toString(36).slice(2, 8);
	app.getLogger().error({ unforeseen: id, error: error instanceof Error ? error.constructor.name : typeof error });
	return fail({ kind: 'unforeseen', id });
}
