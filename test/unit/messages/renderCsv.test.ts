import { describe, expect, jest, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Integration } from '../../../lib/integrations/integration';
import { csvName, renderCsv } from '../../../lib/messages/renderCsv';
import { decodeIntegrations } from '../../../lib/rest/decodeIntegrations';
import { directPlace, groupPlace, incoming, outgoing, place, reportOf, type Scene, workspace } from '../../support/builders';
import { findingsOf, inspectionOf, oneOfEach } from '../../support/troubled';

function read(text: string): Record<string, string>[] {
	return parse(text, { bom: true, columns: true });
}
function fileOf(of: readonly Integration[], frame: Scene['frame'] = {}): string {
	return renderCsv(reportOf({ action: 'export', ...(frame.place === workspace && { scope: 'workspace' }) }, { of, frame }));
}
const admin = { audience: 'admin' } as const;
const everything = { ...admin, place: workspace };

const deploys = incoming({ alias: 'Deploy bot', channels: ['#support', '@ana'], updatedBy: 'li', script: 'on' });
const mirror = outgoing({
	...{ id: 'id2', name: '=HYPERLINK("https://evil.example")', enabled: false, channels: ['#support', '#secret'] },
	...{ targetRoom: 'hidden', triggerWords: ['!a', 'b c'], hosts: ['a.example', ''] },
});

test('the whole workspace, for its admins', () => {
	const findings = findingsOf({ id2: [oneOfEach.noTarget, oneOfEach.plainHttp, oneOfEach.disabled] });
	expect(fileOf([deploys, mirror], { ...everything, inspection: inspectionOf({ findings }) }).slice(1)).toMatchInlineSnapshot(`
		"id,name,type,state,severity,findings,reason,places,other_places,posts_as,alias,event,trigger_words,targets,script,created_by,created_at,updated_by,updated_at,link
		id1,GitHub deploys,incoming,enabled,,,workspace,"#support, @ana",0,rocket.cat,Deploy bot,,,,on,ana,2024-05-02T10:00:00.000Z,li,2024-05-02T10:00:00.000Z,https://chat.example/admin/integrations/edit/incoming/id1
		id2,"'=HYPERLINK(""https://evil.example"")",outgoing,disabled,broken,"noTarget, plainHttp, disabled",workspace,"#support, #secret, #hidden",0,rocket.cat,,sendMessage,"!a, b c","a.example, unreadable",none,ana,2024-05-02T10:00:00.000Z,,2024-05-02T10:00:00.000Z,https://chat.example/admin/integrations/edit/outgoing/id2
		"
	`);
});

describe('who is no workspace admin', () => {
	test('sees what names this room, and of other places the number', () => {
		const rows = read(fileOf([deploys, mirror], { audience: 'caller' }));
		expect(rows.map(({ places, other_places, reason, link }) => [places, other_places, reason, link])).toEqual([
			['#support', '1', 'named', ''],
			['#support', '2', 'named', ''],
		]);
		expect(JSON.stringify(rows)).not.toMatch(/secret|hidden/);
	});

	test.each([
		['its answers come here', outgoing({ channels: ['#secret'], targetRoom: 'support' }), place, '#support', '1'],
		['it has no channel', outgoing({ channels: [] }), place, 'all_public_channels', '0'],
		[
			'an event of the workspace',
			outgoing({ event: 'userCreated', channels: ['#secret'], targetRoom: '#support' }),
			place,
			'#support',
			'0',
		],
		['all private groups', outgoing({ channels: ['all_private_groups', '#secret'] }), groupPlace, 'all_private_groups', '1'],
		[
			'its answers come to this direct message, by the name of one of the two',
			outgoing({ channels: ['#secret'], targetRoom: '@li', userId: 'ANA1', username: 'ana' }),
			directPlace,
			"'@li",
			'1',
		],
		[
			'not to this one, but to that of whom it posts as',
			outgoing({ channels: ['@ana'], targetRoom: '@li', userId: 'CAT1', username: 'rocket.cat' }),
			directPlace,
			"'@ana",
			'1',
		],
	])('%s', (_, of, where, places, others) => {
		expect(read(fileOf([of], { audience: 'caller', place: where }))).toMatchObject([{ places, other_places: others }]);
	});
});

test('the channels of a row are not looked for in each other one by one: 1,000 rows of 1,000 would take seconds', () => {
	const channels = ['#support', ...Array.from({ length: 999 }, (_, index) => `#r${String(index)}`)];
	const report = reportOf({ action: 'export' }, { of: [outgoing({ channels })], frame: { audience: 'caller' } });
	const looks = jest.spyOn(Array.prototype, 'includes');
	const text = renderCsv(report);
	const long = looks.mock.contexts.filter((list) => (list as unknown[]).length > 100);
	looks.mockRestore();
	expect(read(text)).toMatchObject([{ places: '#support', other_places: '999' }]);
	expect(long).toEqual([]);
});

test('what an admin sees of a room is not cut either', () => {
	expect(read(fileOf([mirror], admin))).toMatchObject([
		{
			places: '#support, #secret, #hidden',
			other_places: '0',
			link: 'https://chat.example/admin/integrations/edit/outgoing/id2',
		},
	]);
});

test('more rows than a page holds, and what reaches all rooms, are in it one by one', () => {
	const many = Array.from({ length: 30 }, (_, index) => outgoing({ id: `m${String(index)}`, channels: ['all_public_channels'] }));
	expect(read(fileOf(many, { pageSize: 2 }))).toHaveLength(30);
});

test('nothing secret is in it, whatever the record holds', () => {
	const secrets = {
		...{ token: 'CANARY-token', script: 'CANARY-script', scriptEnabled: true, avatar: 'CANARY-avatar' },
		scriptError: { name: 'SyntaxError', message: 'CANARY-message', stack: 'CANARY-stack' },
		urls: ['https://CANARY:CANARY@a.example/CANARY?CANARY=CANARY#CANARY', 'https://bot:12345/CANARY@b.example/'],
	};
	const rows = ['webhook-incoming', 'webhook-outgoing'].map((type, index) => ({
		...{ _id: `s${String(index)}`, type, name: 'n', channel: ['#support'], event: 'sendMessage', ...secrets },
	}));
	const { integrations } = decodeIntegrations(rows);
	expect(integrations).toHaveLength(2);
	const text = fileOf(integrations, everything);
	expect(text).not.toContain('CANARY');
	expect(read(text)).toMatchObject([{ script: 'error' }, { targets: 'a.example, unreadable' }]);
});

test.each([
	[workspace, 'integrations-workspace-2026-06-01.csv'],
	[place, 'integrations-support-2026-06-01.csv'],
	[directPlace, 'integrations-direct-2026-06-01.csv'],
	[{ ...place, title: 'x'.repeat(61) }, `integrations-${'x'.repeat(60)}-2026-06-01.csv`],
	[{ ...place, discussion: true, title: '../Größe & "x"\n' }, 'integrations-..-Größe-x--2026-06-01.csv'],
])('the file of %j is called so', (subject, name) => {
	expect(csvName({ subject }, Date.UTC(2026, 5, 1))).toBe(name);
});
