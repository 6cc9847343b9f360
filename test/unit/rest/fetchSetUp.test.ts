import { expect, test } from '@jest/globals';
import { fetchSetUp, isDenied } from '../../../lib/rest/fetchSetUp';
import type { Get } from '../../../lib/rest/client';
import { directPlace, groupPlace, place } from '../../support/builders';
import { allFail, getFrom, settings, well } from '../../support/setUpWorld';
import type { Place } from '../../../lib/integrations/room';

async function ask(where: Place, fields: object = {}, answers = well) {
	const requests: string[] = [];
	const inner = getFrom(answers);
	const get: Get = async (endpoint, params) => {
		requests.push(`${endpoint}?${new URLSearchParams(params).toString()}`);
		return inner(endpoint, params);
	};
	const findings = await fetchSetUp(where, { ...settings, ...fields }, get);
	return { findings, requests };
}
const always = ['info?', 'v1/me?', 'v1/permissions.listAll?'];
const channel = 'v1/channels.getIntegrations?roomId=SUPPORT1&includeAllPublicChannels=true';
const group = 'v1/groups.getIntegrations?roomId=WAR1&includeAllPrivateGroups=false';
const scan = 'v1/integrations.list?count=1';

test.each<[string, Place, object, string[]]>([
	['a channel', place, {}, [...always, channel, scan]],
	['a channel without the scan', place, { workspaceScan: false }, [...always, channel]],
	['a group, its own list alone', groupPlace, { includeGlobal: false }, [...always, group, scan]],
	['a direct message', directPlace, {}, [...always, scan]],
	['a direct message needs the workspace’s list', directPlace, { workspaceScan: false }, [...always, scan]],
])('what is asked for %s', async (_, where, fields, expected) => {
	expect((await ask(where, fields)).requests).toEqual(expected);
});

test('lists are decoded at once: no secret of a row is kept', async () => {
	const { findings } = await ask(place);
	const kept = JSON.stringify([findings.room, findings.workspace]);
	expect(kept).not.toMatch(/CANARY-(webhook|script)/);
	expect(findings).toMatchObject({ room: { value: { total: 3 } }, workspace: { value: { total: 12 } } });
});

test('a missing permission to send requests is told by its failure alone', async () => {
	expect(isDenied((await ask(place)).findings)).toBe(false);
	expect(isDenied((await ask(place, {}, allFail({ kind: 'networkingDenied' }))).findings)).toBe(true);
	expect(isDenied((await ask(place, {}, allFail({ kind: 'connectionFailed' }))).findings)).toBe(false);
});
