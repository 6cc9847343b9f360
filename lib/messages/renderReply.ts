/** An answer of any kind, or what went wrong, in words. */
import type { Answer } from '../answer';
import { renderDetails } from './renderDetails';
import type { Result } from '../failure';
import { renderExported } from './renderExported';
import { renderFailure } from './renderFailure';
import { renderHelp } from './renderHelp';
import type { Message } from './message';
import { renderSummary } from './renderSummary';
import { renderWatch } from './renderWatch';
import { renderStatus } from './renderStatus';
import type { Translate } from './translate';

/** The message for an answer or a failure, in the reader's language. */
export function renderReply(reply: Result<Answer>, t: Translate): Message {
	return reply.ok ? renderAnswer(reply.value, t) : renderFailure(reply.failure, t);
}

function renderAnswer(answer: Answer, t: Translate): Message {
	switch (answer.kind) {
		case 'report':
			return renderSummary(answer.report, t);
		case 'details':
			return renderDetails(answer.details, t);
		case 'exported':
			return renderExported(answer.exported, t);
		case 'status':
			return renderStatus(answer.status, t);
		case 'watch':
			return renderWatch(answer.answer, answer.now, t);
		case 'help':
			return renderHelp(t);
	}
}
