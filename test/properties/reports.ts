/** Rooms with any integrations, and any question about them. */
import fc from 'fast-check';
import type { Gap } from '../../lib/failure';
import type { Fetched } from '../../lib/rest/combineLists';
import type { Finding } from '../../lib/integrations/finding';
import { locales } from '../../lib/generated/locales';
import type { Integration } from '../../lib/integrations/integration';
import { type Locale, translator } from '../../lib/messages/translate';
import { directPlace, fetched, type Frame, groupPlace, incoming, outgoing, place, rowsIn, workspace } from '../support/builders';
import { eachFinding, findingsNaming, people, inspectionOf } from '../support/troubled';
import { marker } from './effects';
import { anyName } from './names';
import { offeredQuery } from './queries';
import type { Query } from '../../lib/query/query';
import { toWorkspaceRow } from '../../lib/integrations/places';
import type { Place } from '../../lib/integrations/room';

/** Names that must not be seen outside of code. */
export const markedName = anyName.map((text) => (text === '' ? '' : `${marker}${text}${marker}`));
const names = fc.array(markedName, { maxLength: 4 });

const anyPlace: fc.Arbitrary<Place> = fc.oneof(
	fc.constantFrom(place, groupPlace, directPlace),
	markedName.map((title) => ({ ...groupPlace, discussion: true, title })),
);

const channels = fc.array(
	fc.oneof(
		{ weight: 4, arbitrary: fc.constantFrom('#support', '#war-room', '@ana', 'all_public_channels', 'all_private_groups') },
		fc.constantFrom('#SUPPORT1', '@LI1', 'all_direct_messages'),
		markedName,
	),
	{ maxLength: 4 },
);

const common = {
	...{
		name: markedName,
		username: markedName,
		alias: markedName,
		createdBy: markedName,
		updatedBy: markedName,
		emoji: markedName,
		scriptEngine: markedName,
		channels,
	},
	...{ enabled: fc.boolean(), ownPicture: fc.boolean(), scriptWillChange: fc.boolean() },
	userId: fc.constantFrom('LI1', 'ANA1', 'GONE1', ''),
	script: fc.constantFrom('none', 'on', 'notCompiled', 'error'),
	...{ createdAt: fc.constantFrom('', '2024-05-02T10:00:00.000Z'), updatedAt: fc.constantFrom('', '2023-11-20') },
};

/** Of either type, with names that must do nothing. */
export const anyIntegration: fc.Arbitrary<Integration> = fc.oneof(
	fc.record({ ...common, redirectable: fc.boolean() }, { requiredKeys: [] }).map(incoming),
	fc
		.record(
			{
				...common,
				event: fc.oneof(fc.constantFrom('sendMessage', 'sendMessage', 'fileUploaded', 'userCreated', ''), markedName),
				...{ targetRoom: fc.oneof(fc.constantFrom('', '#support'), markedName), triggerWords: names, hosts: names },
				...{ anywhere: fc.boolean(), onEdits: fc.boolean(), impersonates: fc.boolean() },
				retries: fc.record({ count: fc.nat({ max: 9 }), delay: markedName }),
			},
			{ requiredKeys: [] },
		)
		.map(outgoing),
);

/** Mostly nothing is wrong. */
export const anyFindings: fc.Arbitrary<readonly Finding[]> = fc.oneof(
	{ weight: 3, arbitrary: fc.constant([]) },
	{ weight: 1, arbitrary: markedName.chain((text) => fc.subarray([...eachFinding, ...findingsNaming(text)])) },
);

const gaps: fc.Arbitrary<Gap[]> = fc.subarray<Gap>([
	{ what: 'rest', why: { kind: 'rateLimited', seconds: 60 } },
	{ what: 'workspace', why: { kind: 'permissionMissing' } },
	{ what: 'discussion' },
]);

/** A question whose texts some of the integrations hold. */
function searching(asked: Query, one: Integration, index: number): Integration {
	return {
		...one,
		id: `ID${String(index)}`,
		...(asked.find !== undefined && index % 5 > 0 && { name: `${one.name}${asked.find}` }),
		...(asked.by !== undefined && index % 5 > 0 && { createdBy: asked.by }),
	};
}

const anyQuery: fc.Arbitrary<Query> = fc.oneof(
	offeredQuery.map(({ action, scope, sort }) => ({ action, page: 1, ...(scope && { scope }), ...(sort && { sort }) })),
	offeredQuery.filter(({ show }) => show === undefined),
);

export interface AnyReport {
	readonly of: Fetched;
	readonly frame: Omit<Frame, 'lineLength'>;
}

/** What is known of a room, and what is asked. */
export const anyReport: fc.Arbitrary<AnyReport> = fc
	.record({
		where: anyPlace,
		integrations: fc.array(anyIntegration, { maxLength: 40, size: 'large' }),
		got: fc.record({
			unreadable: fc.nat({ max: 3 }),
			lost: fc.nat({ max: 3 }),
			gaps,
			age: fc.constantFrom(0, 9000, 300_000),
			retryIn: fc.constantFrom(undefined, undefined, 1, 119, 300),
		}),
		found: fc.array(anyFindings, { maxLength: 40 }),
		query: anyQuery,
		frame: fc.record({
			audience: fc.constantFrom('room', 'caller', 'admin'),
			...{ includeGlobal: fc.boolean(), workspaceScan: fc.boolean(), owners: names },
			...{ pageSize: fc.constantFrom(2, 7, 20, 100), messageLimit: fc.constantFrom(2000, 3000, 5000, 20_000) },
		}),
		unchecked: fc.record({
			people: fc.nat({ max: 2 }),
			places: fc.nat({ max: 2 }),
			runs: fc.nat({ max: 2 }),
			rights: fc.nat({ max: 2 }),
			words: fc.nat({ max: 2 }),
			shortened: fc.nat({ max: 2 }),
		}),
	})
	.map(({ where, integrations, got, found, query, frame, unchecked }) => {
		const isWorkspace = query.scope === 'workspace';
		const sought = integrations.map((one, index) => searching(query, one, index));
		const rows = isWorkspace ? sought.map(toWorkspaceRow) : rowsIn(where, sought);
		const findings = new Map(
			rows.flatMap(({ integration: { id } }, index) => (found[index]?.length ? [[id, found[index]] as const] : [])),
		);
		const { lost, ...rest } = got;
		return {
			of: fetched(rows, { ...rest, total: rows.length + rest.unreadable + lost }),
			frame: {
				...frame,
				...(isWorkspace && ({ audience: 'admin' } as const)),
				place: isWorkspace ? workspace : where,
				query,
				inspection: inspectionOf({ findings, people, unchecked }),
			},
		};
	});

/** Somebody who reads one of the languages. */
export const anyReader = fc.constantFrom(...(Object.keys(locales) as Locale[])).map(translator);
