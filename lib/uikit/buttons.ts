/** Which buttons an answer has. */
import type { Action } from './actions';
import type { Answer } from '../answer';
import type { Button } from './blocks';
import type { Details } from '../report/details';
import { type Asked, type Origin, printButtonValue } from './buttonValue';
import type { Report } from '../report/buildReport';
import type { Translate } from '../messages/translate';
import type { Query } from '../query/query';

/** Makes a button of one query: its action, and what that needs beside the query. */
export type MakeButton = (action: Action, choice?: string) => Button;

/** Gives a function that makes buttons for a query, with labels in the reader's language. */
export function buttonMaker(query: Query, origin: Origin, t: Translate): MakeButton {
	return (action, choice = '') => ({ action, label: t(`button_${action}`), value: printButtonValue({ query, origin, choice }) });
}

/** The question that the buttons of an answer carry: one integration is asked for by its id, as names are long, or many have one. */
export function askedAgain(answer: Answer, query: Query): Query {
	return answer.kind === 'details' ? { ...query, show: answer.details.row.integration.id } : query;
}

/** The buttons to the pages before and after. */
export function pageButtons({ query, pages }: Report, make: MakeButton): Button[] {
	return [...(query.page > 1 ? [make('previous')] : []), ...(query.page < pages ? [make('next')] : [])];
}

/** The button to what needs attention, if anything does and it is not shown already. */
export function problemButtons({ query, found }: Report, make: MakeButton): Button[] {
	return found > 0 && !query.attention ? [make('problems')] : [];
}

/** The button that takes back what was asked for, where nothing matches it. */
export function clearButtons({ noMatch }: Report, make: MakeButton): Button[] {
	return noMatch ? [make('clear')] : [];
}

/** The link to the integration's page in the administration, for readers who can open it. */
export function linkButtons({ adminUrl }: Details, make: MakeButton): Button[] {
	return adminUrl === undefined ? [] : [{ ...make('open'), url: adminUrl }];
}

/** The buttons under the check of the set-up: a private message cannot be changed, so each gives a new one. */
function statusButtons({ status: { checks, isFull } }: Extract<Answer, { kind: 'status' }>, make: MakeButton): Button[] {
	const isShort = !isFull && checks.some(({ state }) => state === 'ok');
	return [...(isShort ? [make('checks')] : []), make('recheck')];
}

/** The buttons under a message. */
export function buttonsUnder(answer: Answer, { query, origin }: Asked, t: Translate): Button[] {
	const make = buttonMaker(askedAgain(answer, query), origin, t);
	switch (answer.kind) {
		case 'report':
			return [pageButtons, clearButtons, problemButtons]
				.flatMap((buttons) => buttons(answer.report, make))
				.concat(make('browse'));
		case 'details':
			return linkButtons(answer.details, make);
		case 'status':
			return statusButtons(answer, make);
		case 'exported':
		case 'watch':
		case 'help':
			return [];
	}
}
