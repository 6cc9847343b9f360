/** Every way to fail. Expected failures are values of this union, never exceptions. */
import type { SettingId } from './settings';

/** What each kind of failure carries. None may hold a secret, or a text of the server or of an error, which may quote one. */
interface FailureFacts {
	/** What was typed is not understood. `letters`, `words`: how much is read; `nearest`: undefined where none is near. */
	lineTooLong: { letters: number; words: number };
	unknownWord: { word: string; nearest: string | undefined };
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
	/** Nobody else may ask for the whole workspace. */
	workspaceForAdmins: object;
	/** None (of what was read), or more than one, of the room's integrations, or among the workspace's, has this name. */
	noSuchIntegration: { name: string; nearest: readonly string[]; among?: 'workspace' | undefined; missing?: Missing };
	severalIntegrations: { name: string; twins: readonly Twin[]; among?: 'workspace' | undefined };
	/** No integration posted the message that is asked about. `name`: the username of who did, where known. */
	notByIntegration: { by: 'person' | 'app' | 'bot' | 'unknown'; name: string };
	/** An integration did that is not among those that the asker may see here. */
	unlistedIntegration: object;
	/** `words`: what to type for the last page. */
	noSuchPage: { page: number; pages: number; words: string };
	/** The room cannot be watched, or is not; `words`: what begins it. */
	watchNowhere: object;
	watchOff: object;
	notWatched: object;
	/** Another reading of the list was cut short, so nothing can be compared. */
	listNotWhole: object;
	/** The app may not keep anything, or not look by itself: a permission was not granted. */
	notKept: { permission: 'persistence' | 'scheduler' };
	/** The server does not take the file: `words`: what to type for the same in the panel. */
	fileRefused: { why: 'off' | 'offDirect' | 'tooLarge' | 'type' | 'unknown'; words: string };
	/** The app may not send files: a permission was not granted. */
	fileDenied: { permission: 'upload.write' | 'room.write'; words: string };
	/** A click on something that the app did not offer, or no longer offers. */
	stale: object;
	/** The caller may not ask. */
	notMember: object;
	/** `owners`: usernames of the room's owners, where they may ask. */
	notAllowed: { roles: readonly string[]; owners: readonly string[] };
	/** The app is not set up. */
	settingsMissing: { settings: readonly SettingId[] };
	credentialsMalformed: { settings: readonly SettingId[] };
	serverUrlUnusable: object;
	networkingDenied: object;
	/** The server could not be asked. */
	serverNotFound: object;
	connectionRefused: object;
	unreachable: object;
	/** `https://`, to a port that speaks no TLS. */
	noTls: object;
	certificateRefused: object;
	/** The address redirects, and that leads to no answer. */
	redirected: object;
	connectionFailed: object;
	tooSlow: { seconds: number };
	/** Rocket.Chat sent nothing: its SSRF check refuses inside addresses, or it has no file handle left. */
	ssrfRefused: object;
	outOfHandles: object;
	/** What stands before the server answered in its place. */
	proxyRefuses: object;
	proxyLimits: { seconds: number };
	proxyBroken: { status: number };
	/** The server answered, but not with what was asked for. */
	notRocketChat: object;
	/** `most`: megabytes. */
	answerTooLarge: { most: number };
	/** `deactivated`: the username of the token's user, where that is why. */
	unauthorized: { deactivated?: string };
	totpRequired: object;
	/** `user`: the name of the token's user, where known. */
	permissionMissing: { user?: string };
	forbidden: { user?: string };
	channelNotFound: object;
	groupNotFound: { user?: string };
	pagingRefused: object;
	listTooLong: { most: number };
	rateLimited: { seconds: number };
	serverError: { status: number };
	requestRejected: { status: number };
	/** The app's own user was deleted. */
	appUserMissing: object;
	/** The engine did not answer a look-up, or did not confirm a message. */
	hostSilent: object;
	/** An unexpected error; `id` also stands in the app's log. */
	unforeseen: { id: string };
}

/** What could not be read, and why: `room`, `workspace`: the whole list; `rest`, `workspaceRest`: pages after the first. */
export type Gap =
	{ readonly what: 'room' | 'rest' | 'workspace' | 'workspaceRest'; readonly why: Failure } | { readonly what: 'discussion' };

/** What could not be read of the lists. `total`: how many integrations reach the room, as the server says. */
export interface Missing {
	readonly total: number;
	readonly read: number;
	readonly unreadable: number;
	readonly gaps: readonly Gap[];
}

/** What tells one of several integrations of one name apart; the texts are as stored. */
export interface Twin {
	readonly id: string;
	readonly type: 'incoming' | 'outgoing';
	readonly createdBy: string;
	/** ISO date and time; empty where unknown. */
	readonly createdAt: string;
	/** As whom an incoming one posts, or the hosts that an outgoing one sends to. */
	readonly ends: readonly string[];
}

export type FailureKind = keyof FailureFacts;

/** What of a failure a workspace admin alone is told, who can mend it. */
export interface ForAdmin {
	/** The address that was asked; empty where there is none that is usable: another one may hold a password. */
	readonly address: string;
	/** The page with the app's settings; empty where unknown. */
	readonly settingsUrl: string;
}

export type Failure<K extends FailureKind = FailureKind> = {
	readonly [P in K]: { readonly kind: P; readonly forAdmin?: ForAdmin } & Readonly<FailureFacts[P]>;
}[K];

/** A value, or why there is none; `K`: the kinds of failure that are possible, where they are few. */
export type Result<T, K extends FailureKind = FailureKind> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure<K> };

/** Makes a good `Result`. */
export function success<T>(value: T): { readonly ok: true; readonly value: T } {
	return { ok: true, value };
}

/** Makes a failed `Result`; fits into every `Result` whose kinds include this one. */
export function fail<F extends Failure>(failure: F): { readonly ok: false; readonly failure: F } {
	return { ok: false, failure };
}

/** The failure as its reader may see it; `forAdmin`: undefined for everybody but a workspace admin. */
export function toReader(failure: Failure, forAdmin: ForAdmin | undefined): Failure {
	return forAdmin ? { ...failure, forAdmin } : failure;
}
