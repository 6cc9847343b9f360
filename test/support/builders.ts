import { translator } from '../../lib/messages/translate';
import type { LineLength } from '../../lib/report/pageSize';
import { renderRow } from '../../lib/messages/renderRow';
/** Short ways to the values that the unit tests work with. */
import type { Details } from '../../lib/report/details';
import type { Failure, Result } from '../../lib/failure';
import { type Audience, visibleTo } from '../../lib/integrations/audience';
import { filterRows } from '../../lib/report/filter';
import type { Inspection } from '../../lib/report/inspect';
import type { Fetched } from '../../lib/rest/combineLists';
import { noInspection } from './troubled';
import type { IncomingIntegration, Integration, OutgoingIntegration } from '../../lib/integrations/integration';
import { reachOf, type Row } from '../../lib/integrations/reach';
import { buildReport, type Report } from '../../lib/report/buildReport';
import { locales } from '../../lib/generated/locales';
import type { Locale } from '../../lib/messages/translate';
import type { Query } from '../../lib/query/query';
import { toWorkspaceRow } from '../../lib/integrations/places';
import type { Place, Subject } from '../../lib/integrations/room';

/** What holds in one language must hold in each. */
export const everyLocale = Object.keys(locales) as Locale[];

const common = {
	id: 'id1',
	name: 'GitHub deploys',
	enabled: true,
	channels: ['#support'],
	userId: 'CAT1',
	username: 'rocket.cat',
	alias: '',
	createdBy: 'ana',
	createdById: 'ANA1',
	createdAt: '2024-05-02T10:00:00.000Z',
	updatedAt: '2024-05-02T10:00:00.000Z',
	updatedBy: '',
	emoji: '',
	ownPicture: false,
	script: 'none',
	scriptEngine: '',
	scriptWillChange: false,
	shortened: false,
	scriptError: undefined,
} as const;

export function incoming(fields: Partial<IncomingIntegration> = {}): IncomingIntegration {
	return {
		...common,
		type: 'incoming',
		redirectable: false,
		...fields,
	};
}

export function outgoing(fields: Partial<OutgoingIntegration> = {}): OutgoingIntegration {
	return {
		...common,
		type: 'outgoing',
		name: 'Guggy',
		event: 'sendMessage',
		targetRoom: '',
		triggerWords: ['!guggy', 'guggy', 'gif+'],
		anywhere: false,
		onEdits: false,
		impersonates: false,
		retries: { count: 0, delay: '' },
		hosts: ['text2gif.guggy.com'],
		plainHosts: [],
		unusableTarget: false,
		sameTarget: false,
		...fields,
	};
}

export function query(fields: Partial<Query> = {}): Query {
	return { action: 'list', page: 1, ...fields };
}

const open = { shownName: '', encrypted: false, readOnly: false, muted: [], unmuted: [] } as const;

/** `#support`, a public channel. */
export const place: Place = {
	...open,
	id: 'SUPPORT1',
	kind: 'channel',
	discussion: false,
	title: 'support',
	names: ['support'],
	people: [],
};

/** `#war-room`, a private group. */
export const groupPlace: Place = {
	...open,
	id: 'WAR1',
	kind: 'group',
	discussion: false,
	title: 'war-room',
	names: ['war-room'],
	people: [],
};

/** The direct message of ana and li. */
export const directPlace: Place = {
	...open,
	id: 'ANALI',
	kind: 'direct',
	discussion: false,
	title: '',
	names: [],
	people: [
		{ id: 'ANA1', username: 'ana' },
		{ id: 'LI1', username: 'li' },
	],
};

/** Those of the integrations that reach the place, each with the reason. */
export function rowsIn(where: Place, integrations: readonly Integration[]): Row[] {
	return integrations.flatMap((integration) => {
		const reach = reachOf(integration, where);
		return reach ? [{ integration, reach }] : [];
	});
}

/** Those of the rows that somebody may see. */
export function seenBy(audience: Audience, rows: readonly Row[]): Row[] {
	return rows.filter((row) => visibleTo(audience, row));
}

/** What the server gave, all of it. */
export function fetched(rows: readonly Row[], fields: Partial<Fetched> = {}): Fetched {
	return {
		rows,
		total: rows.length,
		unreadable: 0,
		gaps: [],
		age: 0,
		retryIn: undefined,
		...fields,
	};
}

/** The value of what must have come out well. */
export function valueOf<T>(result: Result<T>): T {
	if (!result.ok) {
		throw new Error(`failed with ${JSON.stringify(result.failure)}`);
	}
	return result.value;
}

/** For whom a report is, and what its settings say; nothing was looked up behind the rows where nothing else is said. */
export interface Frame {
	readonly place: Subject;
	readonly query: Query;
	readonly audience: Audience;
	readonly includeGlobal: boolean;
	readonly workspaceScan: boolean;
	readonly pageSize: number;
	readonly messageLimit: number;
	readonly inspection: Inspection;
	readonly owners: readonly string[];
	/** Measured in English, if it is not given. */
	readonly lineLength: LineLength;
}

/** What is made of the rows of a room. */
export function buildFrom(got: Fetched, frame: Partial<Frame> = {}): Result<Report> {
	const { includeGlobal = true, workspaceScan = true, pageSize = 20, messageLimit = 5000, inspection = noInspection } = frame;
	const { place: where = place, query: asked = query(), audience = 'room', owners = [] } = frame;
	const permit = {
		...{ subject: where, query: asked, audience, owners },
		...{ settings: { includeGlobal, workspaceScan, pageSize }, server: { messageLimit, siteUrl: 'https://chat.example' } },
	};
	return buildReport(permit, {
		fetched: got,
		filtered: filterRows(got.rows, audience, asked),
		inspection,
		lineLength: frame.lineLength ?? lineLength,
	});
}

/** Lines are measured in English. */
export const lineLength: LineLength = (row, listing) => renderRow(row, listing, translator('en')).length;

/** What a report is made of: the integrations of a room, how much of them came, and for whom. */
export interface Scene {
	readonly of?: readonly Integration[];
	readonly got?: Partial<Fetched>;
	readonly frame?: Partial<Frame>;
}

/** The whole workspace, in place of a room. */
export const workspace: Subject = { kind: 'workspace' };

function rowsOf(subject: Subject, of: readonly Integration[]): Row[] {
	return subject.kind === 'workspace' ? of.map(toWorkspaceRow) : rowsIn(subject, of);
}

/** A report for the room, of `#support` where nothing else is said. */
export function reportOf(asked: Partial<Query> = {}, { of = [], got = {}, frame = {} }: Scene = {}): Report {
	return valueOf(buildFrom(fetched(rowsOf(frame.place ?? place, of), got), { query: query(asked), ...frame }));
}

/** One integration in full, of `#support`, for its reader alone; nothing is found about it. */
export function detailsOf(integration: Integration, fields: Partial<Details> = {}): Details {
	return {
		row: { integration, reach: { reason: 'named', part: 'here', elsewhere: [] } },
		subject: place,
		audience: 'caller',
		findings: [],
		contacts: undefined,
		unchecked: noInspection.unchecked,
		missing: { total: 1, read: 1, unreadable: 0, gaps: [] },
		lastRun: undefined,
		recent: undefined,
		mark: undefined,
		adminUrl: undefined,
		...fields,
	};
}

/** The failure of what must not have come out well. */
export function failureOf(result: Result<unknown>): Failure {
	if (result.ok) {
		throw new Error(`came out well with ${JSON.stringify(result.value)}`);
	}
	return result.failure;
}
