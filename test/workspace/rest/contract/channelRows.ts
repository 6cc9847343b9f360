import { guggy, roomIds } from '../../sample';
import { channels, many, page, refused, row, type Expected, type Row } from './row';

const GUGGY = 'Q5EBBfgGCZdyuSuNX';
const OWN = ['inNagiosOff000001', 'inGithubDeploys01', 'inStatuspage00001', 'outTicketMirror01'];
const SUPPORT = [GUGGY, ...OWN];
const support = `roomId=${roomIds.support}`;
const busy = `roomId=${roomIds.busy}&includeAllPublicChannels=false`;

const NOT_FOUND = refused(
	400,
	'The required "roomId" or "roomName" param provided does not match any channel [error-room-not-found]',
	'error-room-not-found',
);

const rooms: Row[] = [
	row('1 order', 'oldest first, wherever they lie', channels(support), page(SUPPORT)),
	row('1 params', 'roomName is the slug', channels('roomName=support'), page(SUPPORT)),
	row('1 params', 'roomName is not the shown name', channels('roomName=Support'), NOT_FOUND),
	row(
		'1 params',
		'roomId goes before roomName; a missing date comes first',
		channels('roomId=GENERAL&roomName=support&count=1'),
		page(['inOldRecord000001'], 12),
	),
	row('1 params', 'an empty roomId hides roomName', channels('roomId=&roomName=support'), NOT_FOUND),
	row('1 errors', 'unknown id', channels('roomId=nope'), NOT_FOUND),
	row('1 errors', 'no room at all', channels(''), NOT_FOUND),
	row('1 errors', 'private group', channels(`roomId=${roomIds.secretOps}`), NOT_FOUND),
	row('1 errors', 'direct message', channels(`roomId=${roomIds.direct}`), NOT_FOUND),
	row('1 errors', 'omnichannel is taken', channels(`roomId=${roomIds.omnichannel}`), page([GUGGY])),
	row('1 errors', 'archived is taken', channels('roomName=old'), page([GUGGY, 'inLeftCreator0001', 'outTargetRoom0001'])),
	row(
		'1 body, 2 secrets',
		'whole documents, and only one of the two Guggys',
		channels(`roomId=${roomIds.empty}`),
		{
			status: 200,
			body: { integrations: [guggy], count: 1, offset: 0, total: 1, success: true },
		},
		{ whole: true },
	),
];

const flags: Row[] = [
	row('1 include', 'true', channels(`${support}&includeAllPublicChannels=true`), page(SUPPORT)),
	...['false', '', '1', 'TRUE', 'yes'].map((word) =>
		row('1 include', `"${word}" is not true`, channels(`${support}&includeAllPublicChannels=${word}`), page(OWN)),
	),
];

const counts: Row[] = [
	row('1 count', 'default', channels(busy), page(many(0, 50), 60)),
	row('1 count', 'the rest', channels(`${busy}&offset=50`), page(many(50, 60), 60, 50)),
	row('1 count', 'beyond the end', channels(`${busy}&offset=60&count=5`), page([], 60, 60)),
	row('1 count', 'as asked', channels(`${busy}&count=3&offset=2`), page(many(2, 5), 60, 2)),
	row('1 count', '0 is unlimited', channels(`${busy}&count=0`), page(many(0, 60))),
	row('1 count', 'empty is 0', channels(`${busy}&count=`), page(many(0, 60))),
	row('1 count', '0 where unlimited is off', channels(`${busy}&count=0`), page(many(0, 50), 60), {
		change: ({ settings }) => {
			settings.API_Allow_Infinite_Count = false;
		},
	}),
	row('1 count', 'lowered to the limit', channels(`${busy}&count=55`), page(many(0, 20), 60), {
		change: ({ settings }) => {
			settings.API_Upper_Count_Limit = 20;
		},
	}),
	row('1 count', 'another default', channels(busy), page(many(0, 7), 60), {
		change: ({ settings }) => {
			settings.API_Default_Count = 7;
		},
	}),
	row('1 count', '1e9 is 1', channels(`${busy}&count=1e9`), page(many(0, 1), 60)),
	row('1 count', 'negative (unconfirmed)', channels(`${busy}&count=-5`), page(many(0, 5), 60)),
	row('1 count', 'no number (unconfirmed)', channels(`${busy}&count=abc`), refused(400, 'Operation "limit" requires an integer')),
	row(
		'1 offset',
		'negative (unconfirmed)',
		channels(`${busy}&offset=-1`),
		refused(400, `BSON field 'skip' value must be >= 0, actual value '-1'`),
	),
];

const orders: Row[] = [
	row('1 sort', 'newest first', channels(`${support}&sort={"_createdAt":-1}`), page([...SUPPORT].reverse())),
	row(
		'1 sort',
		'two keys, one of them nested',
		channels(`${support}&sort={"_createdBy.username":-1,"name":1}`),
		page(['inNagiosOff000001', 'inStatuspage00001', GUGGY, 'inGithubDeploys01', 'outTicketMirror01']),
	),
	row('1 sort', 'no JSON', channels(`${support}&sort=name`), badSort('name')),
	row('1 sort', 'no direction', channels(`${support}&sort={"name":"asc"}`), badSort('{"name":"asc"}')),
	row('2', 'fields and query are not even parsed', channels(`${support}&fields={"name":1&query=}`), page(SUPPORT)),
];

export const channelRows: Row[] = [...rooms, ...flags, ...counts, ...orders];

function badSort(raw: string): Expected {
	const error = `Invalid sort parameter provided: "${raw}" [error-invalid-sort]`;
	return refused(400, error, 'error-invalid-sort', { helperMethod: 'parseJsonQuery' });
}
