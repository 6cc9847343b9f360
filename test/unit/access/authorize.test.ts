import { describe, expect, test } from '@jest/globals';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import { authorize } from '../../../lib/access/authorize';
import { fail } from '../../../lib/failure';
import { failureOf, query, valueOf } from '../../support/builders';
import { host, question, type Typed } from '../../support/host';

async function ask(typed: Partial<Typed> = {}, settings = {}) {
	return authorize(question(typed), host(settings).ports);
}

const root = { id: 'root', roles: ['admin'] };
const otto = { id: 'otto', roles: ['user'] };
const direct = { type: RoomType.DIRECT_MESSAGE };

test('what a question goes on with', async () => {
	expect(valueOf(await ask())).toMatchObject({
		audience: 'room',
		place: { id: 'R1', kind: 'channel', title: 'support', names: ['support'], people: [] },
		settings: { userId: 'U1', pageSize: 20 },
		server: { siteUrl: 'http://chat.example', messageLimit: 5000 },
	});
});

test('who posted the message that is asked about goes on with it, where one is', async () => {
	const about = { by: 'bot', name: 'hal' } as const;
	const { ports } = host();
	expect(valueOf(await authorize({ ...question(), about }, ports)).about).toBe(about);
	expect(valueOf(await authorize(question(), ports))).not.toHaveProperty('about');
});

describe('who sees the answer', () => {
	test.each<[string, Partial<Typed>, Record<string, unknown>, string]>([
		['the summary', {}, {}, 'room'],
		['the summary, in private', { query: query({ visibility: 'private' }) }, {}, 'caller'],
		['the summary, in private, for an admin', { caller: root, query: query({ visibility: 'private' }) }, {}, 'admin'],
		['the summary, where it goes to its caller', {}, { reply_visibility: 'sender' }, 'caller'],
		['one integration in full', { query: query({ show: 'x' }) }, {}, 'caller'],
		['one integration in full, shared', { query: query({ show: 'x', visibility: 'share' }) }, {}, 'caller'],
		['one integration in full, for an admin', { caller: root, query: query({ show: 'x' }) }, {}, 'admin'],
		['a search', { query: query({ find: 'x' }) }, {}, 'caller'],
		['a search by person', { query: query({ by: 'ana' }) }, {}, 'caller'],
		['a search, for an admin', { caller: root, query: query({ find: 'x' }) }, {}, 'admin'],
		['a search, shared', { query: query({ find: 'x', visibility: 'share' }) }, {}, 'room'],
		['a search by person, shared', { query: query({ by: 'ana', visibility: 'share' }) }, {}, 'room'],
		['the panel', { query: query({ action: 'browse' }) }, {}, 'caller'],
		['the panel, shared', { query: query({ action: 'browse', visibility: 'share' }) }, {}, 'caller'],
		['the panel, for an admin', { caller: root, query: query({ action: 'browse' }) }, {}, 'admin'],
		['the check of the set-up', { query: query({ action: 'status', visibility: 'share' }) }, {}, 'caller'],
		['a direct message', { room: direct }, {}, 'caller'],
		['a direct message, for an admin', { caller: root, room: direct }, {}, 'admin'],
		// That the room will be told of changes, the room is told.
		['that it is watched', { query: query({ action: 'watch' }) }, {}, 'room'],
		['that it is no longer', { query: query({ action: 'unwatch' }) }, {}, 'room'],
		['what changed', { query: query({ action: 'changes' }) }, {}, 'caller'],
	])('%s has its readers', async (_, typed, settings, audience) => {
		expect(valueOf(await ask(typed, settings)).audience).toBe(audience);
	});
});

describe('a caller whose record has no list of roles', () => {
	test.each([undefined, null, 'admin', 7, {}, [null, 7]])('%j counts as one without roles', async (roles) => {
		expect(valueOf(await ask({ caller: { id: 'li', roles } }))).toMatchObject({
			audience: 'room',
			caller: { id: 'li', roles: [] },
		});
		expect(failureOf(await ask({ caller: { id: 'mia', roles } })).kind).toBe('notAllowed');
		expect(failureOf(await ask({ caller: { id: 'otto', roles } })).kind).toBe('notMember');
	});

	test('and what is a role counts', async () => {
		expect(valueOf(await ask({ caller: { id: 'mia', roles: [null, 'admin'] } })).caller.roles).toEqual(['admin']);
	});
});

describe('the room', () => {
	test('a direct message has the people who are in it', async () => {
		const { place } = valueOf(await ask({ room: direct }));
		expect(place).toMatchObject({ kind: 'direct', people: [{ username: 'ana1' }, { username: 'li1' }] });
	});

	test.each(['support', 'SUPPORT', 'R1'])('#%s is this one', async (name) => {
		expect((await ask({ namedRooms: [name] })).ok).toBe(true);
	});

	test.each([
		['a room that does not exist', {}],
		['for a member who has none of the roles', { caller: { id: 'mia', roles: ['user'] } }],
		['from an omnichannel room', { room: { type: RoomType.LIVE_CHAT } }],
	])('another one is another one: %s', async (_, typed) => {
		expect(failureOf(await ask({ namedRooms: ['sales'], ...typed }))).toEqual({ kind: 'otherRoom', room: 'sales' });
	});
});

describe('who does not stand in the room is told just that', () => {
	test.each<[string, Partial<Typed>]>([
		['another room', { namedRooms: ['sales'] }],
		['the room’s own name', { namedRooms: ['support'] }],
		['an omnichannel room', { room: { type: RoomType.LIVE_CHAT } }],
		['a direct message of others', { room: direct }],
		['what was not understood', { mistake: fail({ kind: 'unknownWord', word: 'x', nearest: 'all' }) }],
		['a line that is too long', { mistake: fail({ kind: 'lineTooLong', letters: 2000, words: 100 }) }],
		['a click that was not offered', { mistake: fail({ kind: 'stale' }), isClick: true }],
	])('%s', async (_, typed) => {
		expect(failureOf(await ask({ ...typed, caller: otto }))).toEqual({ kind: 'notMember' });
		expect(failureOf(await ask({ ...typed, caller: { id: 'otto', roles: [] } }, { allowed_roles: '*' }))).toEqual({
			kind: 'notMember',
		});
	});

	test('a workspace admin and a member are told what was not understood', async () => {
		const mistake = fail({ kind: 'unknownWord', word: 'x', nearest: 'all' } as const);
		for (const caller of [root, { id: 'mia', roles: [] }]) {
			expect(failureOf(await ask({ mistake, caller }))).toEqual({ kind: 'unknownWord', word: 'x', nearest: 'all' });
		}
	});
});

describe('before anything is asked', () => {
	const share = query({ visibility: 'share' });
	test.each<[string, Partial<Typed>, Record<string, unknown>, string]>([
		['an omnichannel room', { room: { type: RoomType.LIVE_CHAT } }, {}, 'omnichannelRoom'],
		['somebody who is not in the room', { caller: otto }, { allowed_roles: 'user' }, 'notMember'],
		['the same, in private', { caller: otto, query: query({ visibility: 'private' }) }, { allowed_roles: '*' }, 'notMember'],
		['the same, one integration', { caller: otto, query: query({ show: 'x' }) }, { allowed_roles: '*' }, 'notMember'],
		['the same, the panel', { caller: otto, query: query({ action: 'browse' }) }, { allowed_roles: '*' }, 'notMember'],
		['the same, the set-up', { caller: otto, query: query({ action: 'status' }) }, { allowed_roles: '*' }, 'notMember'],
		['the same, a direct message of others', { caller: otto, room: direct }, { allowed_roles: '*' }, 'notMember'],
		['a role that may not', {}, { allowed_roles: 'admin' }, 'notAllowed'],
		['a role that may not, the panel', { query: query({ action: 'browse' }) }, { allowed_roles: 'admin' }, 'notAllowed'],
		['a role that may not, the set-up', { query: query({ action: 'status' }) }, { allowed_roles: 'admin' }, 'notAllowed'],
		['a share that may not be', { query: share }, { reply_visibility: 'sender' }, 'shareNotAllowed'],
		['a share into a direct message', { query: share, room: direct }, {}, 'shareInDirect'],
		['who may not ask learns nothing of that', { caller: otto, query: share }, { reply_visibility: 'sender' }, 'notMember'],
	])('%s is refused', async (_, typed, settings, kind) => {
		expect(failureOf(await ask(typed, settings))).toMatchObject({ kind });
	});
});

describe('what needs attention is for its reader alone', () => {
	test.each<[string, Partial<Typed>, Record<string, unknown>, string]>([
		['as it is', { query: query({ attention: true }) }, {}, 'caller'],
		['shared', { query: query({ attention: true, visibility: 'share' }) }, {}, 'caller'],
		[
			'shared, where that may not be',
			{ query: query({ attention: true, visibility: 'share' }) },
			{ reply_visibility: 'sender' },
			'caller',
		],
		['in the panel', { query: query({ attention: true, action: 'browse' }) }, {}, 'caller'],
		['of an admin', { caller: root, query: query({ attention: true }) }, {}, 'admin'],
	])('%s', async (_, typed, settings, audience) => {
		expect(valueOf(await ask(typed, settings)).audience).toBe(audience);
	});

	test('who may not ask may not ask for it either', async () => {
		const asked = { query: query({ attention: true }) };
		expect(failureOf(await ask({ caller: otto, ...asked }, { allowed_roles: '*' }))).toEqual({ kind: 'notMember' });
		expect(failureOf(await ask(asked, { allowed_roles: 'admin' }))).toMatchObject({ kind: 'notAllowed' });
	});
});

test('who owns the room goes with what a question goes on with', async () => {
	expect(valueOf(await ask()).owners).toEqual(['li']);
});

describe('the whole workspace', () => {
	const all = query({ scope: 'workspace' });
	const omnichannel = { type: RoomType.LIVE_CHAT };

	test.each([{}, direct, omnichannel])('is for its admins, in private, in a room like %j', async (room) => {
		const permit = valueOf(await ask({ caller: root, query: all, room }));
		expect([permit.subject, permit.audience]).toEqual([{ kind: 'workspace' }, 'admin']);
	});

	test('of an omnichannel room nothing counts then', async () => {
		const { place } = valueOf(await ask({ caller: root, query: all, room: omnichannel }));
		expect(place).toMatchObject({ kind: 'direct', title: '', names: [] });
	});

	test('otherwise it is the room that is asked about', async () => {
		const { subject, place } = valueOf(await ask({ caller: root }));
		expect(subject).toBe(place);
	});

	test.each<[string, Partial<Typed>, Record<string, unknown>, string]>([
		['who may ask', {}, {}, 'workspaceForAdmins'],
		['everybody, where all may ask', { caller: { id: 'mia', roles: ['user'] } }, { allowed_roles: '*' }, 'workspaceForAdmins'],
		['a file', { query: query({ scope: 'workspace', action: 'export' }) }, {}, 'workspaceForAdmins'],
		['who may not', { caller: { id: 'mia', roles: ['user'] } }, {}, 'notAllowed'],
		['an admin, where that role may not', { caller: root }, { allowed_roles: 'moderator' }, 'notAllowed'],
		['who is not in the room', { caller: otto }, { allowed_roles: '*' }, 'notMember'],
		['in an omnichannel room', { room: omnichannel }, { allowed_roles: '*' }, 'workspaceForAdmins'],
	])('is refused to %s', async (_, typed, settings, kind) => {
		expect(failureOf(await ask({ query: all, ...typed }, settings))).toMatchObject({ kind });
	});
});
