/** How things go wrong: expected failures are values of a closed union, never exceptions. */
import type { SettingId } from './settings';

/** What each kind of failure carries. Nothing in here may hold a text of the server's, of an error, or a secret. */
interface FailureFacts {
	/** The words typed are not the grammar's. */
	unknownWord: { word: string; nearest: string };
	missingValue: { word: string };
	badValue: { word: string; value: string };
	repeatedValue: { word: string };
	conflictingWords: { word: string; other: string };
	/** The question does not fit the room or the settings. */
	omnichannelRoom: object;
	/** Another room was named than the one asked in. */
	otherRoom: { room: string };
	shareNotAllowed: object;
	shareInDirect: object;
	/** None, or more than one, of the room's integrations has this name. */
	noSuchIntegration: { name: string; nearest: readonly string[] };
	severalIntegrations: { name: string; ids: readonly string[] };
	/** `words`: what to type for the last page. */
	noSuchPage: { page: number; pages: number; words: string };
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
	/** `most`: megabytes. */
	answerTooLarge: { most: number };
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
	/** An error that the app did not expect: the id stands in the app's log, too. */
	unforeseen: { id: string };
}

export type FailureKind = keyof FailureFacts;

export type Failure<K extends FailureKind = FailureKind> = {
	readonly [P in K]: { readonly kind: P } & Readonly<FailureFacts[P]>;
}[K];

/** What came out, or why it did not; `K`: the kinds of failure that are possible, where they are few. */
export type Result<T, K extends FailureKind = FailureKind> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure<K> };

/** Wraps what came out well. */
export function success<T>(value: T): { readonly ok: true; readonly value: T } {
	return { ok: true, value };
}

/** Wraps what went wrong; fits into any `Result` that may fail so. */
export function fail<F extends Failure>(failure: F): { readonly ok: false; readonly failure: F } {
	return { ok: false, failure };
}
