/** Everything that can go wrong, as the tests of its sentences need it. */
import type { Failure } from '../../lib/failure';

/** Each kind with what it can carry; a kind that is missing here is a type error. */
const failures: { readonly [K in Failure['kind']]: Failure<K>[] } = {
	lineTooLong: [{ kind: 'lineTooLong', letters: 2000, words: 100 }],
	unknownWord: [
		{ kind: 'unknownWord', word: 'outgoign', nearest: 'outgoing' },
		{ kind: 'unknownWord', word: 'webhooks', nearest: undefined },
	],
	missingValue: [
		{ kind: 'missingValue', word: 'page' },
		{ kind: 'missingValue', word: 'by' },
		{ kind: 'missingValue', word: 'sort' },
		{ kind: 'missingValue', word: 'find' },
		{ kind: 'missingValue', word: 'show' },
	],
	badValue: [
		{ kind: 'badValue', word: 'page', value: 'two' },
		{ kind: 'badValue', word: 'sort', value: 'size' },
		{ kind: 'badValue', word: 'by', value: '@' },
	],
	repeatedValue: [{ kind: 'repeatedValue', word: 'page' }],
	conflictingWords: [{ kind: 'conflictingWords', word: 'outgoing', other: 'incoming' }],
	otherRoom: [{ kind: 'otherRoom', room: 'sales' }],
	omnichannelRoom: [{ kind: 'omnichannelRoom' }],
	shareNotAllowed: [{ kind: 'shareNotAllowed' }],
	shareInDirect: [{ kind: 'shareInDirect' }],
	workspaceForAdmins: [{ kind: 'workspaceForAdmins' }],
	noSuchIntegration: [
		{ kind: 'noSuchIntegration', name: 'Gugy', nearest: ['Guggy', 'GitHub deploys'] },
		{ kind: 'noSuchIntegration', name: 'Gugy', nearest: [] },
		{ kind: 'noSuchIntegration', name: 'Gugy', nearest: ['Guggy'], among: 'workspace' },
		{
			kind: 'noSuchIntegration',
			name: 'Gugy',
			nearest: [],
			among: 'workspace',
			missing: { total: 60, read: 50, unreadable: 1, gaps: [{ what: 'rest', why: { kind: 'pagingRefused' } }] },
		},
	],
	severalIntegrations: [
		{
			kind: 'severalIntegrations',
			name: 'Deploys',
			twins: [
				{ id: 'id1', type: 'incoming', createdBy: 'ana', createdAt: '2025-03-01T09:00:00.000Z', ends: ['Deploy bot'] },
				{ id: 'id2', type: 'outgoing', createdBy: '', createdAt: '', ends: ['a.example.com', 'b.example.com'] },
			],
		},
		{
			kind: 'severalIntegrations',
			name: 'Deploys',
			twins: [{ id: 'id1', type: 'incoming', createdBy: 'ana', createdAt: '', ends: ['Deploy bot'] }],
			among: 'workspace',
		},
	],
	fileRefused: (['off', 'offDirect', 'tooLarge', 'type', 'unknown'] as const).map((why) => ({
		kind: 'fileRefused',
		why,
		words: '/integrations outgoing browse',
	})),
	fileDenied: [{ kind: 'fileDenied', permission: 'upload.write', words: '/integrations browse' }],
	noSuchPage: [
		{ kind: 'noSuchPage', page: 2, pages: 1, words: '/integrations' },
		{ kind: 'noSuchPage', page: 9, pages: 3, words: '/integrations outgoing page 3' },
	],
	notByIntegration: [
		{ kind: 'notByIntegration', by: 'person', name: 'mia' },
		{ kind: 'notByIntegration', by: 'app', name: 'poll.bot' },
		{ kind: 'notByIntegration', by: 'bot', name: 'hubot' },
		{ kind: 'notByIntegration', by: 'unknown', name: '' },
	],
	unlistedIntegration: [{ kind: 'unlistedIntegration' }],
	watchNowhere: [{ kind: 'watchNowhere' }],
	watchOff: [{ kind: 'watchOff' }],
	notWatched: [{ kind: 'notWatched' }],
	listNotWhole: [{ kind: 'listNotWhole' }],
	notKept: [
		{ kind: 'notKept', permission: 'persistence' },
		{ kind: 'notKept', permission: 'scheduler' },
	],
	stale: [{ kind: 'stale' }],
	notMember: [{ kind: 'notMember' }],
	notAllowed: [
		{ kind: 'notAllowed', roles: ['admin'], owners: [] },
		{ kind: 'notAllowed', roles: ['admin', 'owner', 'moderator', 'leader'], owners: ['li'] },
		{ kind: 'notAllowed', roles: ['owner'], owners: ['li', 'ana', 'mo', 'lea'] },
		{ kind: 'notAllowed', roles: [], owners: [] },
	],
	settingsMissing: [
		{ kind: 'settingsMissing', settings: ['auth_token'] },
		{ kind: 'settingsMissing', settings: ['server_url', 'user_id', 'auth_token'] },
	],
	credentialsMalformed: [
		{ kind: 'credentialsMalformed', settings: ['auth_token'] },
		{ kind: 'credentialsMalformed', settings: ['user_id', 'auth_token'] },
	],
	serverUrlUnusable: [{ kind: 'serverUrlUnusable' }],
	networkingDenied: [{ kind: 'networkingDenied' }],
	serverNotFound: [{ kind: 'serverNotFound' }],
	connectionRefused: [{ kind: 'connectionRefused' }],
	unreachable: [{ kind: 'unreachable' }],
	noTls: [{ kind: 'noTls' }],
	certificateRefused: [{ kind: 'certificateRefused' }],
	redirected: [{ kind: 'redirected' }],
	connectionFailed: [{ kind: 'connectionFailed' }],
	tooSlow: [
		{ kind: 'tooSlow', seconds: 1 },
		{ kind: 'tooSlow', seconds: 10 },
	],
	ssrfRefused: [{ kind: 'ssrfRefused' }],
	outOfHandles: [{ kind: 'outOfHandles' }],
	proxyRefuses: [{ kind: 'proxyRefuses' }],
	proxyLimits: [
		{ kind: 'proxyLimits', seconds: 42 },
		{ kind: 'proxyLimits', seconds: 300 },
	],
	proxyBroken: [{ kind: 'proxyBroken', status: 502 }],
	notRocketChat: [{ kind: 'notRocketChat' }],
	answerTooLarge: [{ kind: 'answerTooLarge', most: 20 }],
	unauthorized: [{ kind: 'unauthorized' }, { kind: 'unauthorized', deactivated: 'integrations-reader' }],
	totpRequired: [{ kind: 'totpRequired' }],
	permissionMissing: [{ kind: 'permissionMissing', user: 'reader' }, { kind: 'permissionMissing' }],
	forbidden: [{ kind: 'forbidden', user: 'reader' }, { kind: 'forbidden' }],
	channelNotFound: [{ kind: 'channelNotFound' }],
	groupNotFound: [{ kind: 'groupNotFound', user: '@all `x`' }, { kind: 'groupNotFound' }],
	pagingRefused: [{ kind: 'pagingRefused' }],
	listTooLong: [{ kind: 'listTooLong', most: 5000 }],
	rateLimited: [
		{ kind: 'rateLimited', seconds: 1 },
		{ kind: 'rateLimited', seconds: 42 },
	],
	serverError: [{ kind: 'serverError', status: 500 }],
	requestRejected: [{ kind: 'requestRejected', status: 400 }],
	appUserMissing: [{ kind: 'appUserMissing' }],
	hostSilent: [{ kind: 'hostSilent' }],
	unforeseen: [{ kind: 'unforeseen', id: 'k3jd9s' }],
};

/** All of them, in this order. */
export const eachFailure: readonly Failure[] = Object.values(failures).flatMap((examples): Failure[] => examples);
