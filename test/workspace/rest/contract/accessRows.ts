import { roleIds, roomIds, tokens, userIds } from '../../sample';
import { as, channels, grant, groups, historyOf, list, page, refused, row, type Given, type Row } from './row';

const LOGIN = 'You must be logged in to do this.';
const NOT_LOGGED_IN = { status: 401, body: { success: false, error: LOGIN, status: 'error', message: LOGIN } };
const DENIED = refused(403, 'User does not have the permissions required for this action [error-unauthorized]');
const NO_ACCESS = refused(403, 'forbidden', 'error-forbidden');
const generations = ['7', '8.8', '9', 'strict'] as const;
const empty = channels(`roomId=${roomIds.empty}`);
const general = channels('roomId=GENERAL');
const visitor = channels(`roomId=${roomIds.omnichannel}`);
const GUGGY = 'Q5EBBfgGCZdyuSuNX';

const logins: Row[] = [
	row('1 errors', 'no headers', empty, NOT_LOGGED_IN, { headers: {} }),
	row('1 errors', 'no token', empty, NOT_LOGGED_IN, { headers: { 'X-User-Id': userIds.service } }),
	row('1 errors', 'no user id', empty, NOT_LOGGED_IN, { headers: { 'X-Auth-Token': tokens.service } }),
	row('1 errors', 'bad token', empty, NOT_LOGGED_IN, { headers: { ...as('service'), 'X-Auth-Token': 'wrong' } }),
	row('1 errors', "another user's token", empty, NOT_LOGGED_IN, { headers: { ...as('service'), 'X-User-Id': userIds.ana } }),
	row('1 errors', 'deactivated', empty, NOT_LOGGED_IN, { headers: as('dora') }),
	row('1 errors', '8.8 says the same', empty, NOT_LOGGED_IN, { headers: {}, generation: '8.8' }),
	row('1 errors', '9 says less', empty, refused(401, LOGIN), { headers: {}, generation: '9' }),
	row('12', 'me', '/api/v1/me', NOT_LOGGED_IN, { headers: {} }),
];

const denials: Row[] = [
	...[empty, groups(`roomId=${roomIds.secretOps}`), list('')].flatMap((path) => [
		...generations.map((generation) =>
			row('13', 'none of the four permissions', path, DENIED, { headers: as('mia'), generation }),
		),
	]),
	row('12', 'history needs an outgoing permission', historyOf('id=x'), DENIED, {
		change: grant(roleIds.integrationsReader, 'manage-incoming'),
	}),
	row('1 errors', 'room access is not checked in 7', visitor, page([GUGGY])),
	row('13', 'room access is checked from 8.8 on', visitor, refused(403, 'unauthorized'), { generation: '8.8' }),
	row('13', 'room access, 9', visitor, NO_ACCESS, { generation: '9' }),
	row('13', 'neither view-c-room nor a member', empty, NO_ACCESS, {
		generation: '9',
		change: ({ permissions }) => {
			permissions['view-c-room'] = [];
		},
	}),
	row('13', 'a member without view-c-room', channels('roomName=announcements'), page([GUGGY, 'inJenkinsScript01']), {
		generation: '9',
		change: ({ permissions }) => {
			permissions['view-c-room'] = [];
		},
	}),
];

const OUTGOING = [GUGGY, 'outNoWords0000001', 'outFileUploaded01', 'outRoomJoined0001', 'outOlgaHook000001'];

const scopes: Row[] = [
	row('1 MQ', 'both own: only hers', general, page(['inOlgaHook0000001', 'outOlgaHook000001']), { headers: as('olga') }),
	row(
		'1 MQ',
		'both own beside one of all: still only hers',
		general,
		page(['inOlgaHook0000001', 'outOlgaHook000001']),
		olga('manage-own-incoming', 'manage-own-outgoing', 'manage-outgoing'),
	),
	row('1 MQ', 'own incoming alone', general, page(['inOlgaHook0000001']), olga('manage-own-incoming')),
	row('1 MQ', 'all outgoing alone', general, page(OUTGOING), olga('manage-outgoing')),
	row(
		'1 MQ',
		'all outgoing and own incoming',
		general,
		page([...OUTGOING.slice(0, 4), 'inOlgaHook0000001', 'outOlgaHook000001']),
		olga('manage-outgoing', 'manage-own-incoming'),
	),
];

export const accessRows: Row[] = [...logins, ...denials, ...scopes];

function olga(...permissions: string[]): Given {
	return { headers: as('olga'), change: grant(roleIds.webhookMaker, ...permissions) };
}
