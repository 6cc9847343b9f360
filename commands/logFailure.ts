/** Failures in the app's log: kinds and classes only, because the text of a failure may hold names, addresses or secrets. */
import type { App } from '@rocket.chat/apps-engine/definition/App';
import { fail, type Result } from '../lib/failure';

/** Logs the kind of a failure, if it is one, and gives the result back. */
export function logFailure<T>(reply: Result<T>, app: App): Result<T> {
	if (!reply.ok) {
		app.getLogger().warn({ failure: reply.failure.kind });
	}
	return reply;
}

/**
 * Turns an unexpected error into the failure `unforeseen` and logs its class, with the id that the caller is told. The
 * error's text stays out of the log: it may quote secrets.
 */
export function logUnforeseen(error: unknown, app: App): ReturnType<typeof fail<{ kind: 'unforeseen'; id: string }>> {
	const id = Math.random().toString(36).slice(2, 8);
	app.getLogger().error({ unforeseen: id, error: error instanceof Error ? error.constructor.name : typeof error });
	return fail({ kind: 'unforeseen', id });
}
