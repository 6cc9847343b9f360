import { describe, expect, test } from '@jest/globals';
import { toRecentPosts } from '../../../lib/integrations/recentPosts';
import { attentionSections, renderAttentionRow } from '../../../lib/messages/attentionSections';
import type { Finding } from '../../../lib/integrations/finding';
import type { Integration } from '../../../lib/integrations/integration';
import type { Report } from '../../../lib/report/buildReport';
import { type Frame, incoming, outgoing, reportOf } from '../../support/builders';
import { translator } from '../../../lib/messages/translate';
import {
	eachFinding,
	findingsNaming,
	findingsOf,
	hostileNames,
	oneOfEach,
	outsideCode,
	inspectionOf,
} from '../../support/troubled';
import type { Query } from '../../../lib/query/query';
import { titled } from '../../support/titled';

const now = Date.UTC(2026, 5, 1);
const hour = 3_600_000;
const posts = new Map([
	['deploys', now - 3 * hour],
	['gone4567890123456', now - 26 * hour],
]);
const of = [
	incoming({ id: 'deploys', name: 'GitHub deploys' }),
	incoming({ id: 'quiet', name: '', enabled: false, createdAt: '2024-06-01' }),
	outgoing({ id: 'guggy', createdAt: '2024-07-01' }),
];
const found = {
	deploys: [oneOfEach.posterRenamed, oneOfEach.redirectable],
	quiet: [oneOfEach.disabled],
	guggy: [oneOfEach.runFailed, oneOfEach.plainHttp, oneOfEach.sameWords],
};
const known = of.map(({ id }) => id);
const recent = toRecentPosts({ messages: 300, lastPosts: posts }, known, now);

function report(
	asked: Partial<Query> = {},
	inspection: Parameters<typeof inspectionOf>[0] = { findings: findingsOf(found), recent },
	frame: Partial<Frame> = {},
): Report {
	return reportOf(
		{ attention: true, ...asked },
		{ of, frame: { audience: 'caller', inspection: inspectionOf(inspection), ...frame } },
	);
}
function say(one: Report) {
	return `\n${attentionSections(one, translator('en')).join('\n\n')}\n`;
}

test('each with all that was found, its cures, and when it posted; at the end who posted that is not known', () => {
	expect(say(report())).toMatchInlineSnapshot(`
		"
		\`Guggy\`, outgoing
		- **broken**: its last run failed, 2025⁠-⁠06⁠-⁠04 10:00 UTC, at the call of its target
		- **exposed**: it sends to \`plain.example\`, \`10.0.0.5:3000\` unencrypted (\`http://\`)
		- **worth a look**: \`Same words\` fires on \`!echo\`, too

		\`GitHub deploys\`, incoming
		- **worth a look**: it posts as \`watchdog\`, who is now called \`monitor\`
		- **exposed**: whoever calls it can have it post into any room that the user it posts as may see
		- Last posted: 3 hours ago

		_unnamed_ \`quiet\`, incoming
		- **worth a look**: it is switched off, and was last changed on 2025⁠-⁠03⁠-⁠02

		1 more integration posted here, the last time 1 day ago: it was deleted, now serves another room, is redirected here, is left out by the app's settings, or cannot be seen by the user whose token the app uses.
		"
	`);
});

test('nothing of messages where they were not read', () => {
	const text = say(report({}, { findings: findingsOf(found), recent: undefined }));
	expect(text).not.toMatch(/Last posted|more integration/);
	expect(text).toContain('\n`Guggy`, outgoing\n- **broken**: its last run failed');
});

describe('who posted that is not known', () => {
	const pageOf = (page: number) => attentionSections(report({ page }, undefined, { pageSize: 1 }), translator('en'));

	test('stands on the last page alone', () => {
		const pages = [1, 2, 3].map(pageOf);
		expect(pages.map((sections) => sections.length)).toEqual([1, 1, 2]);
		expect(pages[2]?.[1]).toMatch(/^1 more integration posted here, the last time 1 day ago: /);
	});

	test('stands there where nothing was found, too', () => {
		const sections = attentionSections(report({}, { recent }), translator('en'));
		expect(sections).toHaveLength(1);
		expect(sections[0]).toMatch(/^1 more integration posted here/);
	});
});

test('the pages together show each once, ten on a page at most', () => {
	const many = Array.from({ length: 23 }, (_, index) => incoming({ id: `n${String(index)}`, name: `n${String(index)}` }));
	const findings = findingsOf(Object.fromEntries(many.map(({ id }) => [id, eachFinding])));
	const pages = [1, 2, 3].map((page) => {
		const frame = { audience: 'caller', pageSize: 100, messageLimit: 500, inspection: inspectionOf({ findings }) } as const;
		return attentionSections(reportOf({ attention: true, page }, { of: many, frame }), translator('en'));
	});
	expect(pages.map((sections) => sections.length)).toEqual([10, 10, 3]);
	expect(new Set(pages.flat().map((section) => section.split('\n')[0])).size).toBe(23);
});

describe('hostile names', () => {
	const rowOf = (integration: Integration, findings: readonly Finding[]) => {
		const one = reportOf(
			{ attention: true },
			{ of: [integration], frame: { inspection: inspectionOf({ findings: findingsOf({ id1: findings }) }) } },
		);
		return one.rows.map((row) => renderAttentionRow(row, one, { t: translator('en'), isCured: () => true })).join('\n');
	};
	test.each(titled(hostileNames))('a name like %s does nothing', (_title, name) => {
		const text = rowOf(outgoing({ name }), findingsNaming(name));
		expect(outsideCode(text)).toBe(outsideCode(rowOf(outgoing({ name: 'x' }), findingsNaming('x'))));
		expect(text.match(/(^|[\s>])[@#]\w/g)).toBeNull();
		expect(text.length).toBeLessThan(4000);
	});

	test('a name that cannot be seen', () => {
		expect(rowOf(incoming({ name: '\u202e' }), [oneOfEach.redirectable]).split('\n')[0]).toBe('_unnamed_ `id1`, incoming');
	});
});
