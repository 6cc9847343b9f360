import { describe, expect, test } from '@jest/globals';
import type { IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { AnswerPorts } from '../../../lib/answer';
import { fail, success } from '../../../lib/failure';
import type { Integration } from '../../../lib/integrations/integration';
import type { PeopleRules } from '../../../lib/host/people';
import type { Author } from '../../../lib/host/messageAuthor';
import { toWorkspaceRow } from '../../../lib/integrations/places';
import { authorize } from '../../../lib/access/authorize';
import type { Get } from '../../../lib/rest/client';
import { composeDetails, composeReport } from '../../../lib/report/compose';
import { failureOf, fetched, incoming, outgoing, query, rowsIn, valueOf } from '../../support/builders';
import { host, question, type Typed } from '../../support/host';
import type { Query } from '../../../lib/query/query';
import type { Report } from '../../../lib/report/buildReport';
import type { Details } from '../../../lib/report/details';

const root = { id: 'root', roles: ['admin'] };
const failedRun = { _updatedAt: '2025-06-04T10:00:00.000Z', httpError: 'CANARY', step: 'after-http-call' };

/** All is well but for a run of `runs`; `hidden` and `event` are for a workspace admin alone. */
const integrations: Integration[] = [
	incoming({ id: 'posts', name: 'Posts', userId: 'CAT', createdById: 'ANA' }),
	outgoing({ id: 'well', name: 'Well', triggerWords: ['!well'], userId: 'CAT', createdById: 'ANA' }),
	outgoing({ id: 'runs', name: 'Runs', triggerWords: ['!runs'], userId: 'CAT', createdById: 'MIA', createdBy: 'mia' }),
	outgoing({ id: 'off', name: 'Off', enabled: false, userId: 'CAT', createdById: 'ANA' }),
	incoming({
		id: 'hidden',
		name: 'CANARY-hidden',
		channels: ['#CANARY'],
		redirectable: true,
		userId: 'CAT',
		createdById: 'CANARY-1',
	}),
	outgoing({ id: 'event', name: 'CANARY-event', channels: [], event: 'userCreated', userId: 'CAT', createdById: 'CANARY-2' }),
];
const named = integrations.map((one) => ({ ...one, username: 'cat' }));

function posted(id: string) {
	return { createdAt: new Date(940_000), _unmappedProperties_: { bot: { i: id } }, text: 'CANARY' };
}

interface World {
	readonly of?: readonly Integration[];
	readonly lists?: Parameters<typeof fetched>[1];
	readonly settings?: Readonly<Record<string, unknown>>;
	readonly ports?: Partial<AnswerPorts>;
	readonly runs?: Get;
	/** Who posted the message that is asked about. */
	readonly about?: Author;
}

const usual: Get = async (_, { id }) =>
	Promise.resolve(success({ body: { success: true, history: id === 'runs' ? [failedRun] : [] }, remaining: 9 }));

/** Tells it, and what it took. */
async function tell(
	asked: Partial<Query>,
	typed: Partial<Typed> = {},
	{ of = named, lists, settings, ports, runs = usual, about }: World = {},
) {
	const took = { runs: [] as string[], people: [] as string[], messages: 0 };
	const inner = host(settings).ports;
	const all: AnswerPorts = {
		...inner,
		rooms: {
			...inner.rooms,
			getMessages: async (_, options) => {
				took.messages += 1;
				return Promise.resolve((options?.skip ? [] : [posted('posts'), posted('gone4567890123456')]) as unknown as IMessageRaw[]);
			},
		},
		users: {
			getById: async (id) => {
				took.people.push(id);
				return Promise.resolve({ id, username: id.toLowerCase() } as IUser);
			},
			getByUsername: async (username) => {
				took.people.push(`@${username}`);
				return inner.users.getByUsername(username);
			},
		},
		...ports,
	};
	const asking = { ...question({ query: query(asked), ...typed }), ...(about && { about }) };
	const permitted = valueOf(await authorize(asking, all));
	const get: Get = async (endpoint, params) => {
		took.runs.push(...(endpoint === 'v1/integrations.history' ? [params.id ?? ''] : []));
		return runs(endpoint, params);
	};
	const got = fetched(asked.scope === 'workspace' ? of.map(toWorkspaceRow) : rowsIn(permitted.place, of), lists);
	const source = { get, keepFor: 7000, connectionKey: 'C', identity: 'I', cache: all.cache };
	const behind = { ...all, source };
	const told =
		asked.show === undefined ? await composeReport(got, permitted, behind) : await composeDetails(got, permitted, behind);
	return { told, took };
}
function reportOf(told: Report | Details): Report {
	if (!('pages' in told)) {
		throw new Error('is no report');
	}
	return told;
}
function detailsOf(told: Report | Details): Details {
	if ('pages' in told) {
		throw new Error('is a report');
	}
	return told;
}

const click = { isClick: true } as const;
const outgoingOnes = ['well', 'runs', 'off'];

describe('what it takes: requests for last runs, and looks into the messages', () => {
	test.each<[string, Partial<Query>, Partial<Typed>, string[], number]>([
		['the plain summary: neither', {}, {}, [], 0],
		['nor asked anew', { fresh: true }, {}, [], 0],
		['nor in private, by type, by a text', { visibility: 'private', type: 'outgoing', find: 'runs' }, {}, [], 0],
		['nor the panel', { action: 'browse' }, {}, [], 0],
		['nor clicks in it', { action: 'browse', find: 'x' }, click, [], 0],
		['nor its refresh', { action: 'browse', fresh: true }, click, [], 0],
		['what needs attention: those that are on first', { attention: true }, {}, outgoingOnes, 3],
		['only those that were asked for', { attention: true, find: '!well' }, {}, ['well'], 3],
		['none of these runs', { attention: true, type: 'incoming' }, {}, [], 3],
		['those that are off', { attention: true, state: 'disabled' }, {}, ['off'], 3],
		['a click under a message', { attention: true }, click, outgoingOnes, 3],
		['a click in the panel', { attention: true, action: 'browse' }, click, outgoingOnes, 3],
		['a refresh', { attention: true, action: 'browse', fresh: true }, click, outgoingOnes, 3],
		['and the panel that was typed for', { attention: true, action: 'browse' }, {}, outgoingOnes, 3],
		['one in full', { show: 'runs' }, {}, ['runs'], 3],
		['one that is off, too', { show: 'off' }, {}, ['off'], 3],
		['an incoming one does not run', { show: 'posts' }, {}, [], 3],
		['one in full, in the panel', { show: 'runs', action: 'browse' }, click, ['runs'], 3],
		['its refresh', { show: 'runs', action: 'browse', fresh: true }, click, ['runs'], 3],
	])('as much is asked for as %s takes', async (_, asked, typed, runs, messages) => {
		const { told, took } = await tell(asked, typed);
		expect(told.ok).toBe(true);
		expect([took.runs, took.messages]).toEqual([runs, messages]);
	});

	test.each<Partial<Query>>([{ attention: true }, { show: 'posts' }])(
		'no messages where that is switched off: %j',
		async (asked) => {
			const { told, took } = await tell(asked, {}, { settings: { read_activity: false } });
			expect(took.messages).toBe(0);
			const answer = valueOf<Report | Details>(told);
			expect(answer.recent).toBeUndefined();
		},
	);

	test('of many no more than eight runs', async () => {
		const of = Array.from({ length: 11 }, (_, index) => outgoing({ id: `o${String(index)}`, username: 'cat', userId: 'CAT' }));
		const { told, took } = await tell({ attention: true }, {}, { of });
		expect(took.runs).toHaveLength(8);
		expect(reportOf(valueOf<Report | Details>(told)).unchecked).toMatchObject({ people: 0, runs: 3 });
	});
});

describe('people', () => {
	test.each<[Partial<Query>, Partial<Typed>, string[]]>([
		[{}, {}, ['CAT', 'ANA', '@cat', 'MIA']],
		[{ visibility: 'private', scope: 'all' }, { caller: root }, ['CAT', 'ANA', '@cat', 'MIA', 'CANARY-1', 'CANARY-2']],
		[{ show: 'runs' }, {}, ['@cat', 'MIA']],
	])('%j: of those that the reader may see, each once', async (asked, typed, people) => {
		expect((await tell(asked, typed)).took.people).toEqual(people);
	});

	test.each<[Partial<Query>, object]>([
		[{}, { caller: 'li', keepFor: 7000, fresh: false, most: 50 }],
		[{ fresh: true }, { caller: 'li', keepFor: 7000, fresh: true, most: 50 }],
		[
			{ show: 'runs', fresh: true },
			{ caller: 'li', keepFor: 7000, fresh: true, most: 50 },
		],
	])('%j: kept as long as the lists', async (asked, expected) => {
		const rules: PeopleRules[] = [];
		const people: AnswerPorts['people'] = {
			lookUp: async (_, given) => {
				rules.push(given);
				return Promise.resolve(new Map());
			},
		};
		await tell(asked, {}, { ports: { people } });
		expect(rules).toEqual([expected]);
	});
});

describe('the report', () => {
	test('says what was found, and whom to ask', async () => {
		const { findings, found, contacts, rows, recent, unchecked } = reportOf(
			valueOf<Report | Details>((await tell({ attention: true })).told),
		);
		expect(rows.map(({ integration }) => integration.id)).toEqual(['runs', 'off']);
		expect([...findings.keys()]).toEqual(['runs', 'off']);
		expect(found).toBe(2);
		expect(contacts).toEqual({ owners: ['li'], creators: ['mia', 'ana'] });
		expect(recent).toMatchObject({ unlisted: { count: 1, at: 940_000 }, now: 1_000_000 });
		expect(unchecked).toMatchObject({ people: 0, runs: 0 });
	});

	test('the summary does not know of runs', async () => {
		const { findings, recent } = reportOf(valueOf<Report | Details>((await tell({})).told));
		expect([...findings.keys()]).toEqual(['off']);
		expect(recent).toBeUndefined();
	});

	test('a run that could not be looked up is counted', async () => {
		const runs: Get = async () => Promise.resolve(fail({ kind: 'forbidden' }));
		const report = reportOf(valueOf<Report | Details>((await tell({ attention: true }, {}, { runs })).told));
		expect([...report.findings.keys()]).toEqual(['off']);
		expect(report.unchecked).toMatchObject({ people: 0, runs: 3 });
	});

	test('fails as the report does', async () => {
		const { told } = await tell({ page: 7 });
		expect(failureOf(told)).toEqual({ kind: 'noSuchPage', page: 7, pages: 1, words: '/integrations' });
	});

	test.each<Partial<Query>>([{}, { attention: true }, { attention: true, scope: 'all' }, { action: 'browse' }])(
		'%j: nothing is found about what its reader may not see, nor compared with it',
		async (asked) => {
			const event = { event: 'userCreated', triggerWords: ['!x'], username: 'cat', userId: 'CAT' };
			const of = [
				...named,
				outgoing({ id: 'mine', name: 'Mine', ...event, channels: [], targetRoom: '#support' }),
				outgoing({ id: 'theirs', name: 'CANARY', ...event, channels: [] }),
				incoming({ id: 'gone', name: 'CANARY', enabled: false, channels: ['#CANARY'], redirectable: true }),
			];
			const { findings, rows, contacts } = reportOf(valueOf<Report | Details>((await tell(asked, {}, { of })).told));
			expect(JSON.stringify([[...findings], rows, contacts])).not.toContain('CANARY');
			expect([...findings.keys()].filter((id) => ['hidden', 'event', 'theirs', 'gone'].includes(id))).toEqual([]);
		},
	);

	test('a workspace admin in private is told of it', async () => {
		const of = [...named, incoming({ id: 'gone', enabled: false, channels: ['#sales'], redirectable: true })];
		const { rows } = reportOf(
			valueOf<Report | Details>((await tell({ attention: true, scope: 'all' }, { caller: root }, { of })).told),
		);
		expect(rows.map(({ integration }) => integration.id)).toEqual(['runs', 'gone', 'off']);
	});
});

describe('one in full', () => {
	test('with what was found about it, whom to ask, its last run, and when it posted', async () => {
		const details = detailsOf(valueOf<Report | Details>((await tell({ show: 'Runs' })).told));
		expect(details).toMatchObject({
			audience: 'caller',
			row: { integration: { id: 'runs' } },
			findings: [{ kind: 'runFailed', at: '2025-06-04T10:00:00.000Z', step: 'after-http-call' }],
			contacts: { owners: ['li'], creators: ['mia'] },
			lastRun: success({ at: '2025-06-04T10:00:00.000Z', outcome: 'failed', step: 'after-http-call' }),
		});
		expect(details.recent?.activity.messages).toBe(2);
		expect(details.adminUrl).toBeUndefined();
		expect(JSON.stringify(details)).not.toContain('CANARY');
	});

	test('with nothing where all is well', async () => {
		const details = detailsOf(valueOf<Report | Details>((await tell({ show: 'posts' })).told));
		expect(details).toMatchObject({ findings: [], contacts: undefined, lastRun: undefined });
		expect(details.recent?.activity.lastPosts.get('posts')).toBe(940_000);
	});

	test('compared with the others of the room', async () => {
		const of = [...named, outgoing({ id: 'twin', name: 'Twin', triggerWords: ['!well'] })];
		const details = detailsOf(valueOf<Report | Details>((await tell({ show: 'well' }, {}, { of })).told));
		expect(details.findings).toEqual([{ kind: 'sameWords', word: '!well', other: 'Twin' }]);
	});

	test('its page in the administration, for a workspace admin', async () => {
		const details = detailsOf(valueOf<Report | Details>((await tell({ show: 'hidden', scope: 'all' }, { caller: root })).told));
		expect(details.adminUrl).toBe('http://chat.example/admin/integrations/edit/incoming/hidden');
	});

	test.each(['hidden', 'CANARY-hidden', 'nobody'])('%s is none of the room’s, and takes nothing', async (show) => {
		const { told, took } = await tell({ show });
		expect(failureOf(told)).toMatchObject({ kind: 'noSuchIntegration', name: show });
		expect(took).toEqual({ runs: [], people: [], messages: 0 });
	});

	test('that is not found may be among what could not be read', async () => {
		const { told } = await tell({ show: 'nobody' }, {}, { lists: { unreadable: 2 } });
		expect(failureOf(told)).toMatchObject({ kind: 'noSuchIntegration', missing: { unreadable: 2, gaps: [] } });
	});

	test('a workspace admin is told of nobody to ask, and of the whole workspace how far it was looked for', async () => {
		const details = detailsOf(valueOf<Report | Details>((await tell({ show: 'runs' }, { caller: root })).told));
		expect([details.findings.length, details.contacts]).toEqual([1, undefined]);
		const { told } = await tell({ show: 'nobody', scope: 'workspace' }, { caller: root });
		expect(failureOf(told)).toMatchObject({ kind: 'noSuchIntegration', among: 'workspace' });
		expect(failureOf((await tell({ show: 'nobody' }, { caller: root })).told)).not.toHaveProperty('among');
	});

	test('that posted a message: whether it is believable, and whom to ask though all is well', async () => {
		const about = { by: 'integration', id: 'posts', name: 'cat', senderId: 'CAT' } as const;
		const details = detailsOf(valueOf<Report | Details>((await tell({ show: 'posts' }, {}, { about })).told));
		expect(details).toMatchObject({ mark: { sender: 'cat', fits: true }, findings: [], contacts: { owners: ['li'] } });
		expect(detailsOf(valueOf<Report | Details>((await tell({ show: 'posts' })).told)).mark).toBeUndefined();
	});
});

describe('who is called otherwise now', () => {
	const renamed = incoming({
		id: 'renamed',
		name: 'Renamed',
		createdBy: 'old',
		createdById: 'NEW',
		userId: 'CAT',
		username: 'cat',
	});
	const idsBy = async (by: string, ports: Partial<AnswerPorts> = {}) => {
		const { told } = await tell({ by }, {}, { of: [renamed], ports });
		return reportOf(valueOf<Report | Details>(told)).rows.map(({ integration }) => integration.id);
	};
	const users = (found: () => Promise<unknown>): Partial<AnswerPorts> => {
		const { users: inner } = host().ports;
		return { users: { ...inner, getByUsername: async () => found().then((user) => user as IUser) } };
	};

	test('is not found by a name that somebody else has now, but who is gone is', async () => {
		const { users: inner } = host().ports;
		const getByUsername = async (name: string) =>
			name === 'old' ? ({ id: 'OTHER', username: 'old' } as IUser) : inner.getByUsername(name);
		expect(await idsBy('old', { users: { ...inner, getByUsername } })).toEqual([]);
		const getById = async (id: string) => (id === 'NEW' ? (undefined as unknown as IUser) : inner.getById(id));
		expect(await idsBy('old', { users: { ...inner, getByUsername, getById } })).toEqual(['renamed']);
	});

	test('is found by the id of today’s name', async () => {
		expect(await idsBy('new')).toEqual(['renamed']);
		expect(await idsBy('other')).toEqual([]);
	});

	test.each<[string, () => Promise<unknown>]>([
		['is not there', async () => Promise.resolve(undefined)],
		['has no id', async () => Promise.resolve({ username: 'new' })],
		['cannot be looked up', async () => Promise.reject(new Error('CANARY'))],
	])('by the stored name alone, where that user %s', async (_, found) => {
		expect(await idsBy('new', users(found))).toEqual([]);
		expect(await idsBy('old', users(found))).toEqual(['renamed']);
	});
});
