/** An answer of any kind in words. */
import type { Answer } from './answer';
import { renderDetails } from './detailsMessage';
import type { Message } from './message';
import { renderReport } from './message';
import { renderStatus } from './statusMessage';
import type { Translate } from './strings';

/** The message for an answer, in the reader's language. */
export const renderAnswer = (answer: Answer, t: Translate): Message => {
	switch (answer.kind) {
		case 'report':
			return renderReport(answer.report, t);
		case 'details':
			return renderDetails(answer.details, t);
		case 'status':
			return renderStatus(answer.status, t);
	}
};
