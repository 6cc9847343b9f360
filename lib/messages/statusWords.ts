/** How the check of the set-up says things to one reader. */
import { type Failure, type ForAdmin, toReader } from '../failure';
import { inSettings } from './names';
import { renderFailure } from './renderFailure';
import type { Translate } from './translate';

/** What each line of it is said with. */
export interface StatusWords {
	readonly t: Translate;
	/** Undefined for everybody but a workspace admin. */
	readonly forAdmin: ForAdmin | undefined;
	/** A failure in words. */
	readonly tell: (failure: Failure) => string;
	/** For a workspace admin, what to do, made with where the app's settings are; for everybody else, whom to ask. */
	readonly advise: (mend: (place: string) => string) => string;
}

/** The words for a workspace admin, or for everybody else. */
export function statusWords(forAdmin: ForAdmin | undefined, t: Translate): StatusWords {
	return {
		t,
		forAdmin,
		tell: (failure) => renderFailure(toReader(failure, forAdmin), t).text,
		advise: (mend) => (forAdmin ? mend(inSettings(forAdmin, t)) : t('ask_admin')),
	};
}
