import { describe, expect, test } from '@jest/globals';
import { fail, success } from '../../../lib/failure';
import type { KnownPlace, KnownRoom, Places } from '../../../lib/integrations/evidence';
import type { IncomingIntegration } from '../../../lib/integrations/integration';
import { toWorkspaceRow } from '../../../lib/integrations/places';
import { lookUpRights, type RightsRequest } from '../../../lib/report/lookUpRights';
import type { Get } from '../../../lib/rest/client';
import { createLookUps } from '../../../lib/rest/lookUps';
import { groupPlace, incoming, outgoing, place, rowsIn, workspace } from '../../support/builders';
import { host } from '../../support/host';

interface World {
	readonly version?: string;
	/** Permissions by name, with the roles that hold them; undefined: the server does not tell. */
	readonly permissions?: Readonly<Record<string, readonly string[]>> | undefined;
	/** Who is a member of every room; of nobody else it is known that they are not. */
	readonly isMember?: (user: string) => boolean;
}

const usual = { 'message-impersonate': ['bot'], 'post-readonly': ['owner'] };

async function look(
	asked: Partial<RightsRequest>,
	{ version = '8.6.0', permissions = usual, isMember = () => true }: World = {},
) {
	const requests: string[] = [];
	const members: string[] = [];
	const get: Get = async (path) => {
		requests.push(path);
		const update = Object.entries(permissions).map(([_id, roles]) => ({ _id, roles }));
		return Promise.resolve(
			path === 'info' && version === ''
				? fail({ kind: 'forbidden' })
				: success({ body: { success: true, version, update }, remaining: 9 }),
		);
	};
	const { rooms, cache } = host().ports;
	const found = await lookUpRights(
		{ subject: place, about: [], inDepth: true, staff: ['LI1'], fresh: false, places: Promise.resolve(new Map()), ...asked },
		{
			source: { get, cache, connectionKey: 'C', identity: 'I', keepFor: 0 },
			lookUps: createLookUps(() => 0),
			rooms: {
				...rooms,
				getUserUnreadMessageCount: async (room, user) => {
					members.push(`${user} in ${room}`);
					return isMember(user) ? Promise.resolve(0) : Promise.reject(new Error('User is not subscribed'));
				},
			},
		},
	);
	return { ...found, requests, members };
}

function posting(id: string, fields: Partial<IncomingIntegration> = {}) {
	return incoming({ id, userId: `U-${id}`, channels: ['#war-room'], ...fields });
}

describe('in a room', () => {
	test('who may post is asked of the server, and who is a member of a private group', async () => {
		const about = rowsIn(groupPlace, [posting('a'), posting('b')]);
		const found = await look({ subject: groupPlace, about }, { isMember: (user) => user === 'U-a' });
		expect(found.rights).toEqual({
			members: new Map([
				['U-a WAR1', true],
				['U-b WAR1', false],
			]),
			staff: ['LI1'],
			impersonators: ['bot'],
			readOnlyPosters: ['owner'],
		});
		expect([found.unknown, found.isBefore9]).toEqual([0, true]);
	});

	test.each<[string, Partial<IncomingIntegration>]>([
		['is switched off', { enabled: false }],
		['posts as nobody', { userId: '' }],
		['may only be pointed here', { channels: ['#other'], redirectable: true }],
	])('not of what %s', async (_, fields) => {
		const { requests, members } = await look({ subject: groupPlace, about: rowsIn(groupPlace, [posting('a', fields)]) });
		expect([requests, members]).toEqual([[], []]);
	});

	test('nor of an outgoing one: it answers where it was asked', async () => {
		const about = rowsIn(groupPlace, [outgoing({ channels: ['#other'], targetRoom: '#war-room' })]);
		const { requests, members } = await look({ subject: groupPlace, about });
		expect([requests, members]).toEqual([[], []]);
	});

	test('a script that 9.0 runs otherwise is told by the check of the set-up, so the server is not asked for it', async () => {
		const about = rowsIn(place, [outgoing({ channels: ['#support'], scriptWillChange: true })]);
		expect((await look({ about })).requests).toEqual([]);
	});

	test('a read-only one: whether its posters may post is not known where the server does not say who may', async () => {
		const about = rowsIn(place, [incoming()]);
		const permissions = { 'message-impersonate': ['bot'] };
		const readOnly = { ...place, readOnly: true };
		expect((await look({ subject: readOnly, about }, { permissions })).unknown).toBe(1);
		expect((await look({ subject: readOnly, about })).unknown).toBe(0);
		expect((await look({ about }, { permissions })).unknown).toBe(0);
	});

	test('nor where it is not known who leads the room', async () => {
		const about = rowsIn(place, [incoming()]);
		expect((await look({ subject: { ...place, readOnly: true }, about, staff: undefined })).unknown).toBe(1);
		expect((await look({ about, staff: undefined })).unknown).toBe(0);
	});

	test('nothing is known where the server does not answer, and nothing is missed where it was not asked', async () => {
		const about = rowsIn(place, [incoming(), incoming({ id: 'id2' })]);
		const silent = await look({ about }, { version: '' });
		expect(silent).toMatchObject({
			unknown: 2,
			isBefore9: false,
			rights: { impersonators: undefined, readOnlyPosters: undefined },
		});
		expect(await look({ about, inDepth: false })).toMatchObject({ unknown: 0, requests: [] });
	});

	test('from 9.0 on nothing will change', async () => {
		expect((await look({ about: rowsIn(place, [incoming()]) }, { version: '9.0.0' })).isBefore9).toBe(false);
	});
});

describe('in the whole workspace', () => {
	const room = (id: string, fields: Partial<KnownRoom> = {}): KnownRoom => ({
		...{ there: true, id, kind: 'group', discussion: false, muted: [], encrypted: false },
		...fields,
	});
	const places: Places = new Map<string, KnownPlace>([
		['#war-room', room('WAR1')],
		['#peace-room', room('PEACE1')],
		['#talk', room('TALK1', { discussion: true })],
		['#open', room('OPEN1', { kind: 'channel' })],
		['#gone', { there: false }],
	]);
	const rows = (...of: readonly Partial<IncomingIntegration>[]) =>
		of.map((fields, index) => toWorkspaceRow(posting(String(index), fields)));

	test('members are looked up of the private groups that are named, each once', async () => {
		const channels = ['#war-room', '#peace-room', '#talk', '#open', '#gone', '#unknown', '@ana'];
		const about = rows({ channels, userId: 'BOT' }, { userId: 'BOT' });
		const { members } = await look({ subject: workspace, about, places: Promise.resolve(places) });
		expect(members).toEqual(['BOT in WAR1', 'BOT in PEACE1']);
	});

	test('of no more than 50; the others are counted', async () => {
		const about = rows(...Array.from({ length: 53 }, () => ({})));
		const { members, unknown } = await look({ subject: workspace, about, places: Promise.resolve(places) });
		expect([members.length, unknown]).toEqual([50, 3]);
	});

	test('whether the server is older than 9.0 is asked for scripts that run otherwise then, too', async () => {
		const about = [outgoing({ scriptWillChange: true }), outgoing({ id: 'id2' })].map(toWorkspaceRow);
		expect(await look({ subject: workspace, about })).toMatchObject({
			isBefore9: true,
			requests: ['info', 'v1/permissions.listAll'],
		});
		expect((await look({ subject: workspace, about: about.slice(1) })).requests).toEqual([]);
	});

	test('who may post into read-only rooms is not missed', async () => {
		const permissions = { 'message-impersonate': ['bot'] };
		const about = rows({});
		expect((await look({ subject: workspace, about, places: Promise.resolve(places) }, { permissions })).unknown).toBe(0);
	});
});
