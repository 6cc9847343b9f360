import { roomIds } from '../../sample';
import { channels, groups, historyOf, list, page, refused, row, type Row } from './row';

const SURPLUS = 'must NOT have additional properties';
const NO_ID = `must have required property 'roomId'`;
const NO_NAME = `must have required property 'roomName'`;
const ONE_OF = 'must match exactly one schema in oneOf';
const invalid = (...errors: string[]): ReturnType<typeof refused> => refused(400, errors.join('\n '), 'error-invalid-params');

const general = 'roomId=GENERAL&includeAllPublicChannels=false';
const empty = `roomId=${roomIds.empty}`;
const secretOps = `roomId=${roomIds.secretOps}`;
const strict = { generation: 'strict' } as const;
const nine = { generation: '9' } as const;
const GUGGY = page(['Q5EBBfgGCZdyuSuNX']);

export const strictRows: Row[] = [
	row('1 strict', 'roomId alone', channels(empty), GUGGY, strict),
	row('1 strict', 'and the flag', channels(`${empty}&includeAllPublicChannels=true`), GUGGY, strict),
	...['count=10', 'offset=50', 'sort={"name":1}', 'count=10&offset=0'].map((paging) =>
		row('1 strict', `no ${paging}`, channels(`${general}&${paging}`), invalid(SURPLUS, NO_NAME, ONE_OF), strict),
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
	row('3 typed', 'the list without fields', list('fields={}'), invalid(SURPLUS), strict),
	row('3 typed', 'the list in 7', list('fields={}'), refused(400, `${SURPLUS} [invalid-params]`, 'invalid-params')),
	row('2 typed', 'the list in 9, without query', list('query={}'), invalid(SURPLUS), nine),
	row('2', 'channels in 9: not validated', channels(`${empty}&count=1&fields={}&query={}`), GUGGY, nine),
	row('3 typed', 'groups in 9: no query', groups(`${secretOps}&query={}`), invalid(SURPLUS), nine),
	row('3 typed', 'groups in 9: neither', groups(''), invalid(NO_ID, NO_NAME, 'must match a schema in anyOf'), nine),
	row('3 typed', 'groups in 9: count is a number', groups(`${secretOps}&count=abc`), invalid('must be number'), nine),
	row('12', 'history without id', historyOf('count=1'), invalid(`must have required property 'id'`), strict),
	row('12', 'history with an empty id', historyOf('id='), invalid('must NOT have fewer than 1 characters'), nine),
];
