import { roomIds, userIds } from '../../sample';
import { as, historyOf, list, row, type Expected, type Row } from './row';

const olgas = ['inOlgaHook0000001', 'outOlgaHook000001'];
const GUGGYS = ['Q5EBBfgGCZdyuSuNX', 'WMQDChpnYTRmFre9h'];
const ticket = 'id=outTicketMirror01';

const lists: Row[] = [
	row('3', 'part of a name, capitals or not', list('name=gUg'), listed(GUGGYS)),
	row('3', 'the name is no pattern', list('name=g.ggy'), listed([])),
	row('3', 'type', list('name=ol&type=webhook-outgoing'), listed(['outOlgaHook000001'])),
	row('3', 'as they lie', list('name=hook%20&count=2'), listed(['many0000000000000', 'many0000000000001'], 60)),
	row('3', 'sorted', list('name=guggy&sort={"_id":-1}'), listed([...GUGGYS].reverse())),
	row('3', 'scoped', list(''), listed(olgas), { headers: as('olga') }),
	row('3', 'query is accepted and ignored', list('name=guggy&query={"type":"x"}'), listed(GUGGYS)),
];

const histories: Row[] = [
	row('12', 'the last run first', historyOf(ticket), runs([4, 3, 2, 1].map(run))),
	row('12', 'pages', historyOf(`${ticket}&count=1&offset=1`), runs([run(3)], 4, 1)),
	row('12', 'unknown', historyOf('id=nope'), runs([])),
	row('12', "another's", historyOf(ticket), runs([]), { headers: as('olga') }),
];

const setUp: Row[] = [
	row('12', 'me', '/api/v1/me', {
		status: 200,
		body: {
			_id: userIds.service,
			username: 'integrations-reader',
			name: 'Integrations Reader',
			roles: ['user', 'p7Rm4vXc9Wq2KtZnB'],
			active: true,
			success: true,
		},
	}),
	row(
		'12',
		'permissions',
		'/api/v1/permissions.listAll',
		{
			status: 200,
			body: { update: [{ _id: 'manage-apps', roles: ['admin'] }], remove: [], success: true },
		},
		{
			change: (workspace) => {
				workspace.permissions = { 'manage-apps': ['admin'] };
			},
		},
	),
	row('12', 'info needs no login', '/api/info', { status: 200, body: { version: '7.13', success: true } }, { headers: {} }),
	...(
		[
			['8.8', '8.8'],
			['9', '9.0'],
			['strict', '8.8'],
		] as const
	).map(([generation, version]) =>
		row('12', 'info', '/api/info', { status: 200, body: { version, success: true } }, { generation }),
	),
	row('', 'no such endpoint', `/api/v1/im.getIntegrations?roomId=${roomIds.direct}`, {
		status: 404,
		body: { status: 'error', message: 'API endpoint not found' },
	}),
];

export const workspaceRows: Row[] = [...lists, ...histories, ...setUp];

function listed(integrations: readonly string[], total = integrations.length, offset = 0): Expected {
	const count = integrations.length;
	return { status: 200, body: { integrations, offset, items: count, count, total, success: true } };
}

function runs(history: readonly string[], total = history.length, offset = 0): Expected {
	const count = history.length;
	return { status: 200, body: { history, offset, items: count, count, total, success: true } };
}

function run(index: number): string {
	return `historyRow000000${index}`;
}
