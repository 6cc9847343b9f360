import { describe, expect, test } from '@jest/globals';
import { fetchSetUp } from '../../../lib/rest/fetchSetUp';
import { toServerChecks } from '../../../lib/status/serverChecks';
import { groupPlace, place } from '../../support/builders';
import { allFail, type Answers, getFrom, settings, well } from '../../support/setUpWorld';
import type { Place } from '../../../lib/integrations/room';
import type { CheckName } from '../../../lib/status/checks';

async function find(name: CheckName, answers: Answers, { where = place, remaining = Number.POSITIVE_INFINITY } = {}) {
	const found = await fetchSetUp(where, settings, getFrom({ ...well, ...answers }, remaining));
	return toServerChecks(found, { connected: true, took: 0, namesUser: true }).find(({ check }) => check === name);
}

describe('the server is really Rocket.Chat', () => {
	test.each<[string, Answers, object]>([
		['short version', { info: { version: '7.13' } }, { ok: true, value: '7.13' }],
		['full version', { info: { version: '7.13.2' } }, { ok: true, value: '7.13.2' }],
		['release candidate', { info: { version: '8.0.0-rc.1' } }, { ok: true, value: '8.0.0-rc.1' }],
		['no version, but it knows the user', { info: {} }, { ok: true, value: '' }],
		['a version that is a link', { info: { version: '7.evil.example' } }, { ok: true, value: '' }],
		['no info, but it knows the user', { info: { kind: 'notRocketChat' } }, { ok: true, value: '' }],
		[
			'no info, and it refuses the token',
			{ info: { kind: 'notRocketChat' }, 'v1/me': { kind: 'unauthorized' } },
			{ ok: true, value: '' },
		],
		['another API that says yes to everything', { info: {}, 'v1/me': {} }, { ok: false, failure: { kind: 'notRocketChat' } }],
		['HTML', allFail({ kind: 'notRocketChat' }), { ok: false, failure: { kind: 'notRocketChat' } }],
		['nothing', allFail({ kind: 'serverNotFound' }), { ok: false, failure: { kind: 'serverNotFound' } }],
	])('the server is told from others: %s', async (_, answers, outcome) => {
		expect(await find('server', answers)).toMatchObject({ outcome, state: 'value' in outcome ? 'ok' : 'problem' });
	});
});

describe('failures about the token’s user name that user', () => {
	test.each<[CheckName, Place, Answers, object]>([
		['room', place, { 'v1/channels.getIntegrations': { kind: 'forbidden' } }, { kind: 'forbidden', user: 'reader' }],
		['room', groupPlace, { 'v1/groups.getIntegrations': { kind: 'channelNotFound' } }, { kind: 'groupNotFound', user: 'reader' }],
		['room', place, { 'v1/channels.getIntegrations': { kind: 'channelNotFound' } }, { kind: 'channelNotFound' }],
		['workspace', place, { 'v1/integrations.list': { kind: 'forbidden' } }, { kind: 'permissionMissing', user: 'reader' }],
		[
			'workspace',
			place,
			{ 'v1/integrations.list': { kind: 'permissionMissing' }, 'v1/me': { _id: 'U1', roles: ['viewer'] } },
			{ kind: 'permissionMissing' },
		],
	])('%s of %j with %j', async (name, where, answers, failure) => {
		expect(await find(name, answers, { where })).toEqual({ check: name, state: 'problem', list: { ok: false, failure } });
	});
});

test.each([
	[Number.POSITIVE_INFINITY, false],
	[9, true],
	[0, true],
	[Number.NaN, true],
])('%s requests left: limited %s', async (remaining, limited) => {
	expect(await find('limit', {}, { remaining })).toMatchObject({ limited });
});

test('a list that is cut short is worth a look', async () => {
	const sixty = { integrations: [{ _id: 'a', type: 'webhook-incoming' }, { strange: true }], total: 60 };
	const get = getFrom({ ...well, 'v1/channels.getIntegrations': sixty });
	const found = await fetchSetUp(place, settings, async (endpoint, params) =>
		'count' in params && endpoint.includes('channels')
			? Promise.resolve({ ok: false, failure: { kind: 'pagingRefused' } })
			: get(endpoint, params),
	);
	expect(toServerChecks(found, { connected: true, took: 0, namesUser: true }).find(({ check }) => check === 'room')).toEqual({
		check: 'room',
		state: 'warning',
		list: { ok: true, value: { read: 2, total: 60, cutShort: { kind: 'pagingRefused' } } },
	});
});

test('what no check could find out comes last, in one entry', async () => {
	const found = await fetchSetUp(place, settings, getFrom(allFail({ kind: 'settingsMissing', settings: ['user_id'] })));
	expect(toServerChecks(found, { connected: false, took: 0, namesUser: true })).toEqual([
		{ check: 'skipped', state: 'unknown', checks: ['server', 'token', 'permissions', 'room', 'workspace', 'limit'] },
	]);
});
