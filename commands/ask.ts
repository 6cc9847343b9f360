/** Runs a question through `answer`, with a deadline; errors become failures, and every failure is logged. */
import type { App } from '@rocket.chat/apps-engine/definition/App';
import type { Question } from '../lib/access/authorize';
import { answer, type Answer, type AnswerPorts } from '../lib/answer';
import { fail, type Result } from '../lib/failure';
import { withTimeout } from '../lib/util/timeout';
import { deadlines, timeLeft } from './deadlines';
import { logFailure, logUnforeseen } from './logFailure';

/** What answering needs beside the question. */
interface AskContext {
	readonly app: App;
	readonly ports: AnswerPorts;
	/** Epoch, milliseconds. */
	readonly startedAt: number;
}

/**
 * Answers a question, and logs the kind of a failure. Never rejects. Requests end at their own, earlier deadline, so
 * whatever is later than that waits for Rocket.Chat itself: `hostSilent`.
 */
export async function ask(question: Omit<Question, 'deadline'>, { app, ports, startedAt }: AskContext): Promise<Result<Answer>> {
	const work = answer({ ...question, deadline: startedAt + deadlines.requests }, ports);
	return withTimeout(work, timeLeft(startedAt, 'answer'), fail({ kind: 'hostSilent' }))
		.catch((error: unknown) => logUnforeseen(error, app))
		.then((reply) => logFailure(reply, app));
}
