/** Which buttons stand under an answer. */
import type { Action } from './actions';
import type { Answer } from '../answer';
import type { Control } from './blocks';
import type { Details } from '../report/details';
import { type Asked, type Origin, printButtonValue } from './buttonValue';
import type { Report } from '../report/buildReport';
import type { Translate } from '../messages/translate';
import type { Query } from '../query/query';

/** Makes the buttons of one question. */
export type MakeControl = (action: Action, choice?: string) => Control;

/** Makes buttons that carry a question and where it was asked. */
export function controlMaker(query: Query, origin: Origin, t: Translate): MakeControl {
	return (action, choice = '') => ({ action, label: t(`button_${action}`), value: printButtonValue({ query, origin, choice }) });
}

/** To the pages before and after. */
export function pageControls({ query, pages }: Report, make: MakeControl): Control[] {
	return [...(query.page > 1 ? [make('previous')] : []), ...(query.page < pages ? [make('next')] : [])];
}

/** To what needs attention, where there is something and it is not shown already. */
export function problemControls({ query, troubled }: Report, make: MakeControl): Control[] {
	return troubled > 0 && !query.attention ? [make('problems')] : [];
}

/** To the integration's page in the administration, for who can open it. */
export function linkControls({ adminUrl }: Details, make: MakeControl): Control[] {
	return adminUrl === undefined ? [] : [{ ...make('open'), url: adminUrl }];
}

/** The buttons under a message: none where there is nothing to look through. */
export function controlsUnder(answer: Answer, { query, origin }: Asked, t: Translate): Control[] {
	const make = controlMaker(query, origin, t);
	switch (answer.kind) {
		case 'report':
			return [...pageControls(answer.report, make), ...problemControls(answer.report, make), make('browse')];
		case 'details':
			return linkControls(answer.details, make);
		case 'help':
		case 'status':
			return [];
	}
}
