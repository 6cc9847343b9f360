import { roomIds } from '../../sample';
import { channels, groups, historyOf, list, many, page, refused, row, type Expected, type Row } from './row';

/** ajv's own sentences, as ajv 8 writes them. */
const SURPLUS = 'must NOT have additional properties';
const NO_ID = `must have required property 'roomId'`;
const NO_NAME = `must have required property 'roomName'`;
const ANY_OF = 'must match a schema in anyOf';
const ONE_OF = 'must match exactly one schema in oneOf';

const empty = `roomId=${roomIds.empty}`;
const busy = `roomId=${roomIds.busy}&includeAllPublicChannels=false`;
const secretOps = `roomId=${roomIds.secretOps}`;
const seven = { generation: '7' } as const;
const eight = { generation: '8.8' } as const;
const nine = { generation: '9' } as const;
const strict = { generation: 'strict' } as const;
const GUGGY = page(['Q5EBBfgGCZdyuSuNX']);
const ALL_GROUPS = 'outAllGroups00001';

/** What every released generation takes, and what 8.8 and 9 both refuse. */
const rooms: Row[] = [
	...[seven, eight, nine].flatMap((given) => [
		row('13', 'channels page', channels(`${busy}&count=3&offset=2&sort={"_createdAt":1}`), page(many(2, 5), 60, 2), given),
		row('13', 'groups page', groups(`${secretOps}&count=1`), page([ALL_GROUPS], 3), given),
	]),
	...[eight, nine].flatMap((given) => [
		row('13', 'both ids are allowed', channels(`${empty}&roomName=support`), GUGGY, given),
		row('13', 'neither id', channels(''), invalid(NO_ID, NO_NAME, ANY_OF), given),
		row('13', 'groups: neither id', groups(''), invalid(NO_ID, NO_NAME, ANY_OF), given),
		row('13', 'another key', channels(`${empty}&more=1`), invalid(SURPLUS), given),
		row('13', 'groups: another key', groups(`${secretOps}&includeAllPublicChannels=true`), invalid(SURPLUS), given),
		row('13', 'count is a number', channels(`${empty}&count=abc`), invalid('must be number'), given),
		row('13', 'an empty count is none', groups(`${secretOps}&count=`), invalid('must be number'), given),
		row('13', 'a number is read as one', channels(`${busy}&count=1e1`), page(many(0, 10), 60), given),
	]),
	row('1', 'channels in 7: not validated', channels(`${empty}&more=1`), GUGGY, seven),
];

const fieldsAndQuery: Row[] = [
	...[seven, eight].flatMap((given) => [
		row('2', 'fields and query are ignored', channels(`${empty}&count=1&fields={}&query={}`), GUGGY, given),
		row('2', 'groups: query is ignored', groups(`${secretOps}&count=1&query={}`), page([ALL_GROUPS], 3), given),
	]),
	...['fields={}', 'query={}'].flatMap((key) => [
		row('13', `9 refuses ${key}`, channels(`${empty}&${key}`), invalid(SURPLUS), nine),
		row('13', `groups in 9 refuse ${key}`, groups(`${secretOps}&${key}`), invalid(SURPLUS), nine),
	]),
	row('3', 'the list in 7 has no fields', list('fields={}'), refused(400, `${SURPLUS} [invalid-params]`, 'invalid-params')),
	row('3', 'the list in 8.8 has no fields', list('fields={}'), invalid(SURPLUS), eight),
	row('2', 'the list in 9 has no query', list('query={}'), invalid(SURPLUS), nine),
	row('2', 'the history in 9 has no query', historyOf('id=x&query={}'), invalid(SURPLUS), nine),
	row('12', 'history without id', historyOf('count=1'), invalid(`must have required property 'id'`), eight),
	row('12', 'history with an empty id', historyOf('id='), invalid('must NOT have fewer than 1 characters'), nine),
];

/** The published schema, which no release has put to use. */
const published: Row[] = [
	row('1 strict', 'roomId alone', channels(empty), GUGGY, strict),
	row('1 strict', 'and the flag', channels(`${empty}&includeAllPublicChannels=true`), GUGGY, strict),
	...['count=10', 'offset=50', 'sort={"name":1}', 'count=10&offset=0'].map((paging) =>
		row('1 strict', `no ${paging}`, channels(`${busy}&${paging}`), invalid(SURPLUS, NO_NAME, ONE_OF), strict),
	),
	row('1 strict', 'no count beside roomName', channels('roomName=empty&count=1'), invalid(NO_ID, SURPLUS, ONE_OF), strict),
	row('1 strict', 'not both', channels(`${empty}&roomName=empty`), invalid(SURPLUS, SURPLUS, ONE_OF), strict),
	row('1 strict', 'neither', channels(''), invalid(NO_ID, NO_NAME, ONE_OF), strict),
	row('3 strict', 'groups: no count', groups(`${secretOps}&count=10`), invalid(SURPLUS, NO_NAME, ONE_OF), strict),
	row(
		'3 strict',
		'groups: roomId and the flag',
		groups(`${secretOps}&includeAllPrivateGroups=false`),
		page(['outSecretAudit001', 'inSecretPager0001']),
		strict,
	),
	row(
		'3 strict',
		'the list still pages',
		list('count=1&offset=1&name=guggy'),
		{
			status: 200,
			body: { integrations: ['WMQDChpnYTRmFre9h'], offset: 1, items: 1, count: 1, total: 2, success: true },
		},
		strict,
	),
];

export const validationRows: Row[] = [...rooms, ...fieldsAndQuery, ...published];

function invalid(...errors: string[]): Expected {
	return refused(400, errors.join('\n '), 'error-invalid-params');
}
