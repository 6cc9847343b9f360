/** Asks the pipeline: whatever happens in there, something to be said comes out of it, and in time. */
import type { App } from '@rocket.chat/apps-engine/definition/App';
import { answer, type Answer, type AnswerPorts } from '../lib/answer';
import { fail, type Result } from '../lib/failure';
import type { Question } from '../lib/access/authorize';
import { within } from '../lib/util/timeout';
import { patience, timeLeft } from './deadlines';
import { logged, unforeseen } from './logFailure';

/** A question that can be read, but for its deadline. */
export type Inquiry = Result<Omit<Question, 'deadline'>>;

/** Requests have limits of their own: what is late for all that is a question to Rocket.Chat itself. */
export async function inquire(asked: Inquiry, startedAt: number, ports: AnswerPorts, app: App): Promise<Result<Answer>> {
	if (!asked.ok) {
		return logged(asked, app);
	}
	const work = answer({ ...asked.value, deadline: startedAt + patience.requests }, ports);
	return within(work, timeLeft(startedAt, 'answer'))
		.then((came) => (came.late ? fail({ kind: 'hostSilent' }) : came.value))
		.catch((error: unknown) => unforeseen(error, app))
		.then((reply) => logged(reply, app));
}
