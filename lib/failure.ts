/** How things go wrong: expected failures are values of a closed union, never exceptions. */
import type { Word } from './query/grammar';
import type { Query } from './query/parseQuery';
import type { SettingId } from './settings';

/** What each kind of failure carries. Nothing in here may hold a text of the server's, of an error, or a secret. */
interface FailureFacts {
	/** The words typed are not the grammar's. */
	unknownWord: { word: string; nearest: string };
	missingValue: { word: Word };
	badValue: { word: Word; value: string };
	repeatedValue: { word: Word };
	conflictingWords: { word: Word; other: Word };
	/** The question does not fit the room or the settings. */
	omnichannelRoom: object;
	/** Another room was named than the one asked in. */
	otherRoom: { room: string };
	shareNotAllowed: object;
	shareInDirect: object;
	/** None, or more than one, of the room's integrations has this name. */
	noSuchIntegration: { name: string; nearest: readonly string[] };
	severalIntegrations: { name: string; ids: readonly string[] };
	noSuchPage: { query: Query; pages: number };
	/** A click on what the app does not offer, or no longer. */
	stale: object;
	/** The caller may not ask. */
	notMember: object;
	notAllowed: { roles: readonly string[] };
	/** The app is not set up. */
	settingsMissing: { settings: readonly SettingId[] };
	credentialsMalformed: { settings: readonly SettingId[] };
	serverUrlUnusable: object;
	networkingDenied: object;
	/** The server could not be asked. */
	serverNotFound: object;
	connectionRefused: object;
	certificateRefused: object;
	connectionFailed: object;
	tooSlow: { seconds: number };
	/** The server answered, but not with what was asked for. */
	notRocketChat: object;
	unauthorized: object;
	/** `user`: the name of the one whose token the app uses, where known. */
	permissionMissing: { user?: string };
	forbidden: { user?: string };
	channelNotFound: object;
	groupNotFound: { user?: string };
	pagingRefused: object;
	listTooLong: { most: number };
	rateLimited: { seconds: number };
	serverError: { status: number };
	requestRejected: { status: number };
	/** Rocket.Chat itself gave the app no answer: to a look-up, or to what was posted. */
	hostSilent: object;
	/** What nobody thought of: the id stands in the app's log, too. */
	unforeseen: { id: string };
}

export type FailureKind = keyof FailureFacts;

export type Failure<K extends FailureKind = FailureKind> = {
	readonly [P in K]: { readonly kind: P } & Readonly<FailureFacts[P]>;
}[K];

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/** Wraps what came out well. */
export function success<T>(value: T): Result<T> {
	return { ok: true, value };
}

/** Wraps what went wrong; fits into any `Result`. */
export function fail(failure: Failure): { readonly ok: false; readonly failure: Failure } {
	return { ok: false, failure };
}
