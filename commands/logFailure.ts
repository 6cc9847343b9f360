/** What nobody thought of, as a failure: the last resort of every way in. */
import type { App } from '@rocket.chat/apps-engine/definition/App';
import type { Answer } from '../lib/answer';
import { fail, type Result } from '../lib/failure';

/** An error's text may quote anything: only its name goes into the log, under the id that the caller is told. */
export function unforeseen(error: unknown, app: App): Result<Answer> {
	const id = Math.random().toString(36).slice(2, 8);
	app.getLogger().error({ unforeseen: id, error: error instanceof Error ? error.constructor.name : typeof error });
	return fail({ kind: 'unforeseen', id });
}

/** Leaves the kind of a failure in the app's log, never its text. */
export function logged(reply: Result<Answer>, app: App): Result<Answer> {
	if (!reply.ok) {
		app.getLogger().warn({ failure: reply.failure.kind });
	}
	return reply;
}
