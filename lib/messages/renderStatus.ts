/** The check of the set-up in words: what is to do first, then what to look at, then what was not checked, then what is well. */
import { type Message, toMessage } from './message';
import type { Translate } from './translate';
import { statusLine } from './statusLine';
import { statusWords } from './statusWords';
import type { Check, State, Status } from '../status/checks';

/** The check of the set-up, in the caller's language. What is well is one line, unless all of it was asked for. */
export function renderStatus(status: Status, t: Translate): Message {
	const { checks, isFull } = status;
	const well = isFull ? 0 : countOf('ok', checks);
	return toMessage([head(checks, t), ...lines(status, t), ...(well > 0 ? [t('status_well', { count: well })] : [])]);
}

const order: readonly State[] = ['problem', 'warning', 'unknown', 'ok'];

function countOf(state: State, checks: readonly Check[]): number {
	return checks.filter((check) => check.state === state).length;
}

function head(checks: readonly Check[], t: Translate): string {
	const [problems, warnings] = [countOf('problem', checks), countOf('warning', checks)];
	if (problems > 0) {
		return t('status_head_problem', { count: problems });
	}
	if (warnings > 0) {
		return t('status_head_warning', { count: warnings });
	}
	return countOf('unknown', checks) > 0 ? t('status_head_unknown') : t('status_head_ok');
}

/** One paragraph with a line for each check; none where there is nothing to tell. */
function lines({ checks, isFull, forAdmin }: Status, t: Translate): string[] {
	const words = statusWords(forAdmin, t);
	const shown = order
		.filter((state) => isFull || state !== 'ok')
		.flatMap((state) => checks.filter((check) => check.state === state))
		.map((check) => ({ name: `**${t(`status_${check.state}`)}**`, text: statusLine(check, words) }))
		.map((named) => `- ${t('list_named', named)}`);
	return shown.length > 0 ? [shown.join('\n')] : [];
}
