/** Asks the pipeline: whatever happens in there, something to be said comes out of it, and in time. */
import type { App } from '@rocket.chat/apps-engine/definition/App';
import type { Question } from '../lib/access/authorize';
import { answer, type Answer, type AnswerPorts } from '../lib/answer';
import { fail, type Result } from '../lib/failure';
import { withTimeout } from '../lib/util/timeout';
import { deadlines, timeLeft } from './deadlines';
import { logFailure, logUnforeseen } from './logFailure';

/** What the pipeline is asked with. */
export interface AskContext {
	readonly app: App;
	readonly ports: AnswerPorts;
	/** Epoch, milliseconds. */
	readonly startedAt: number;
}

/** Answers a question, if it can be read. Requests have limits of their own: what is late for all that is Rocket.Chat itself. */
export async function ask(
	question: Result<Omit<Question, 'deadline'>>,
	{ app, ports, startedAt }: AskContext,
): Promise<Result<Answer>> {
	if (!question.ok) {
		return logFailure(question, app);
	}
	const work = answer({ ...question.value, deadline: startedAt + deadlines.requests }, ports);
	return withTimeout(work, timeLeft(startedAt, 'answer'), fail({ kind: 'hostSilent' }))
		.catch((error: unknown) => logUnforeseen(error, app))
		.then((reply) => logFailure(reply, app));
}
