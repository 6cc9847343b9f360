/** Which buttons stand under an answer. */
import type { Action } from './actions';
import type { Answer } from '../answer';
import type { Button } from './blocks';
import type { Details } from '../report/details';
import { type Asked, type Origin, printButtonValue } from './buttonValue';
import type { Report } from '../report/buildReport';
import type { Translate } from '../messages/translate';
import type { Query } from '../query/query';

/** Makes the buttons of one question. */
export type MakeButton = (action: Action, choice?: string) => Button;

/** Makes buttons that carry a question and where it was asked. */
export function buttonMaker(query: Query, origin: Origin, t: Translate): MakeButton {
	return (action, choice = '') => ({ action, label: t(`button_${action}`), value: printButtonValue({ query, origin, choice }) });
}

/** To the pages before and after. */
export function pageButtons({ query, pages }: Report, make: MakeButton): Button[] {
	return [...(query.page > 1 ? [make('previous')] : []), ...(query.page < pages ? [make('next')] : [])];
}

/** To what needs attention, where there is something and it is not shown already. */
export function problemButtons({ query, troubled }: Report, make: MakeButton): Button[] {
	return troubled > 0 && !query.attention ? [make('problems')] : [];
}

/** To the integration's page in the administration, for who can open it. */
export function linkButtons({ adminUrl }: Details, make: MakeButton): Button[] {
	return adminUrl === undefined ? [] : [{ ...make('open'), url: adminUrl }];
}

/** The buttons under a message: none where there is nothing to look through. */
export function buttonsUnder(answer: Answer, { query, origin }: Asked, t: Translate): Button[] {
	const make = buttonMaker(query, origin, t);
	switch (answer.kind) {
		case 'report':
			return [...pageButtons(answer.report, make), ...problemButtons(answer.report, make), make('browse')];
		case 'details':
			return linkButtons(answer.details, make);
		case 'help':
		case 'status':
			return [];
	}
}
