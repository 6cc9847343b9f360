import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toPosting, toView } from '../../lib/uikit/stamp';
import { buttonsUnder } from '../../lib/uikit/buttons';
import { success } from '../../lib/failure';
import { matches } from '../../lib/report/filter';
import { renderPanel } from '../../lib/uikit/panel';
import type { Report } from '../../lib/report/buildReport';
import { renderSummary } from '../../lib/messages/renderSummary';
import { renderRow } from '../../lib/messages/renderRow';
import { drawMessage, drawPanel, messageFaults, panelFaults } from '../support/surfaces';
import { buildFrom, valueOf, seenBy } from '../support/builders';
import { effectsOf } from './effects';
import { anyReader, anyReport, type AnyReport } from './reports';
import { adminUrl } from '../../lib/report/details';
import type { Translate } from '../../lib/messages/translate';

/** Of up to 40 integrations each: more runs find no more, and take their time. */
const runs = { numRuns: 60 };

const origin = { roomId: 'ROOM1', askerId: 'LI1', threadId: '' };

/** All pages of a report. */
function pagesOf({ of, frame }: AnyReport, action: 'list' | 'browse'): Report[] {
	const report = (page: number): Report => valueOf(buildFrom(of, { ...frame, query: { ...frame.query, action, page } }));
	return Array.from({ length: report(1).pages }, (_, index) => report(index + 1));
}

/** The parsers take most of the time: what they see on the first pages and on the last one stands for all of them. */
function isLookedInto(report: Report): boolean {
	return report.query.page <= 3 || report.query.page === report.pages;
}

/** The room's own name is a link on purpose; to a workspace admin, what needs attention has one into the administration. */
function ownLinks({ subject, rows, query, audience }: Report, t: Translate): string[] {
	const isNamed = subject.kind === 'channel' || subject.kind === 'group';
	const own = isNamed && !subject.discussion ? [`#${subject.title}`] : [];
	return query.attention && audience === 'admin'
		? [...own, ...rows.map((row) => t('attention_open', { url: adminUrl('https://chat.example', row) ?? '' }))]
		: own;
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((all, one) => all + one, 0);
}

function isSearch({ find, by }: Report['query']): boolean {
	return find !== undefined || by !== undefined;
}

/** Shown or counted is all that matches, but what a search must not tell. */
function isComplete(pages: readonly Report[], { of, frame }: AnyReport): void {
	const { audience, query } = frame;
	const asked = of.rows
		.filter((row) => matches(row, query) && (row.reach.part !== 'remote' || query.scope === 'all'))
		.filter((row) => !query.attention || pages[0]?.findings.has(row.integration.id));
	const told = query.attention || isSearch(query) ? seenBy(audience, asked) : asked;
	const shown = pages.flatMap(({ rows }) => rows.map(({ integration }) => integration.id));
	expect(new Set(shown).size).toBe(shown.length);
	expect(shown.length + sum(Object.values(pages[0]?.counted ?? {}))).toBe(told.length);
}

describe('a summary of any integrations', () => {
	test('does nothing but to be read, fits, and loses no row', () => {
		fc.assert(
			fc.property(anyReport, anyReader, (scene, t) => {
				const pages = pagesOf(scene, 'list');
				isComplete(pages, scene);
				for (const report of pages) {
					const { rows, query, findings } = report;
					const message = renderSummary(report, t);
					if (isLookedInto(report)) {
						expect(effectsOf(message.text, ownLinks(report, t))).toEqual([]);
					}
					if (query.attention) {
						continue;
					}
					const lines = rows.map((row) => renderRow(row, { query, findings }, t));
					expect(message.text.split('\n').filter((line) => line.startsWith('- '))).toEqual(lines);
					expect(message.text.length).toBeLessThanOrEqual(scene.frame.messageLimit);
				}
			}),
			runs,
		);
	});

	test('is the same in blocks, which are valid', () => {
		fc.assert(
			fc.property(anyReport, anyReader, (scene, t) => {
				for (const report of pagesOf(scene, 'list').slice(0, 3)) {
					const message = renderSummary(report, t);
					const buttons = buttonsUnder({ kind: 'report', report }, { query: report.query, origin }, t);
					const { text, blocks } = toPosting(message, buttons, 'app');
					expect(messageFaults(blocks, 'app')).toEqual([]);
					expect(drawMessage(blocks).join('\n').startsWith(text)).toBe(true);
				}
			}),
		);
	});
});

test('a panel of any integrations does nothing but to be read, is valid, and loses no row', () => {
	fc.assert(
		fc.property(anyReport, anyReader, (scene, t) => {
			const pages = pagesOf(scene, 'browse');
			isComplete(pages, scene);
			for (const report of pages) {
				const view = toView(renderPanel(success({ kind: 'report', report }), { query: report.query, origin }, t), 'app');
				expect(panelFaults(view, 'app')).toEqual([]);
				expect(view.blocks.filter((block) => 'accessory' in block)).toHaveLength(report.rows.length);
				if (isLookedInto(report)) {
					const texts = drawPanel(view).filter(
						(_, index) => !['input', 'actions'].includes(view.blocks[index - 1]?.type ?? 'actions'),
					);
					expect(texts.flatMap((text) => effectsOf(text, ownLinks(report, t)))).toEqual([]);
				}
			}
		}),
		runs,
	);
});
