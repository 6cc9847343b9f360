import { roomIds } from '../../sample';
import { groups, page, refused, row, type Row } from './row';

const ALL = 'outAllGroups00001';
const OWN = ['outSecretAudit001', 'inSecretPager0001'];
const secretOps = `roomId=${roomIds.secretOps}`;

const NOT_FOUND = refused(
	400,
	'The required "roomId" or "roomName" param provided does not match any group [error-room-not-found]',
	'error-room-not-found',
);
const NO_PARAM = refused(
	400,
	'The parameter "roomId" or "roomName" is required [error-room-param-not-provided]',
	'error-room-param-not-provided',
);

export const groupRows: Row[] = [
	row('3', 'a group, oldest first', groups(secretOps), page([ALL, ...OWN])),
	row('3', 'by its name', groups('roomName=secret-ops'), page([ALL, ...OWN])),
	row('3', 'true keeps', groups(`${secretOps}&includeAllPrivateGroups=true`), page([ALL, ...OWN])),
	row('3', 'empty keeps, unlike with channels', groups(`${secretOps}&includeAllPrivateGroups=`), page([ALL, ...OWN])),
	row('3', 'false leaves out', groups(`${secretOps}&includeAllPrivateGroups=false`), page(OWN)),
	row('3', '1 leaves out', groups(`${secretOps}&includeAllPrivateGroups=1`), page(OWN)),
	row('3', 'pages', groups(`${secretOps}&count=1&offset=1`), page(['outSecretAudit001'], 3, 1)),
	row('3', 'the token user is no member', groups(`roomId=${roomIds.hidden}`), NOT_FOUND),
	row('3', 'public channel', groups(`roomId=${roomIds.support}`), NOT_FOUND),
	row('3', 'unknown', groups('roomId=nope'), NOT_FOUND),
	row('3', 'neither param', groups(''), NO_PARAM),
	row('3', 'a discussion goes by its shown name', groups(`roomId=${roomIds.discussion}`), page([ALL, 'inDiscussName0001'])),
];
