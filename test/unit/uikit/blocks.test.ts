import { describe, expect, test } from '@jest/globals';
import { actionBlocks, toBlockButton, contextBlocks, type Button, plainText, sectionBlocks } from '../../../lib/uikit/blocks';
import { toPosting } from '../../../lib/uikit/stamp';
import type { Integration } from '../../../lib/integrations/integration';
import { toMessage } from '../../../lib/messages/message';
import { renderSummary } from '../../../lib/messages/renderSummary';
import { translator } from '../../../lib/messages/translate';
import { drawMessage, messageFaults } from '../../support/surfaces';
import { incoming, outgoing, reportOf } from '../../support/builders';

const next: Button = { action: 'next', label: 'Next page', value: 'OFFER' };
const open: Button = { action: 'open', label: 'Open', value: 'OFFER', url: 'https://chat.example/admin' };
const hostile = '@all\n`x` **y** [z](javascript:x) <https://evil.example|here>';

test('a button carries what it is called, what it asks, and where it leads', () => {
	expect(toBlockButton(next)).toStrictEqual({
		type: 'button',
		actionId: 'next',
		text: { type: 'plain_text', text: 'Next page' },
		value: 'OFFER',
	});
	expect(toBlockButton(open)).toMatchObject({ actionId: 'open', url: 'https://chat.example/admin' });
});

test('nothing in a label is markup', () => {
	expect(plainText(hostile)).toStrictEqual({ type: 'plain_text', text: hostile });
});

test('each paragraph is a block of its own', () => {
	expect(sectionBlocks(['head', '- one\n- two'])).toStrictEqual([
		{ type: 'section', blockId: 'section-1', text: { type: 'mrkdwn', text: 'head' } },
		{ type: 'section', blockId: 'section-2', text: { type: 'mrkdwn', text: '- one\n- two' } },
	]);
});

test('nothing is shown where nothing is said and nothing can be done', () => {
	expect([...sectionBlocks([]), ...contextBlocks([]), ...actionBlocks([])]).toEqual([]);
	expect(toPosting(toMessage(['head']), [], 'APP').blocks).toHaveLength(1);
});

describe('a posting', () => {
	const message = toMessage(['head', '- one\n- two'], ['Page 1 of 1', 'As of 9 seconds ago']);
	const { text, blocks } = toPosting(message, [next, open], 'APP');

	test('has the text of the message, and shows the same', () => {
		expect(text).toBe('head\n- one\n- two\nPage 1 of 1\nAs of 9 seconds ago');
		expect(drawMessage(blocks)).toEqual([
			'head',
			'- one\n- two',
			'Page 1 of 1\nAs of 9 seconds ago',
			'[Next page] [Open](https://chat.example/admin)',
		]);
	});

	test('is valid: what a client drops or the engine leaves without ids would be a fault', () => {
		expect(messageFaults(blocks, 'APP')).toEqual([]);
		expect(messageFaults(blocks, 'OTHER')).not.toEqual([]);
	});

	test('has blocks that can be told apart', () => {
		expect(blocks.map((block) => 'blockId' in block && block.blockId)).toEqual(['section-1', 'section-2', 'context', 'actions']);
	});

	test('takes hostile texts as they are', () => {
		const posting = toPosting(toMessage([hostile], [hostile]), [{ ...next, label: hostile, value: hostile }], 'APP');
		expect(messageFaults(posting.blocks, 'APP')).toEqual([]);
		expect(drawMessage(posting.blocks)).toEqual([hostile, hostile, `[${hostile}]`]);
	});
});

describe('a summary as blocks', () => {
	const many = Array.from({ length: 120 }, (_, index): Integration => {
		const fields = { id: `n${String(index)}`, name: index % 2 ? hostile : 'W'.repeat(5000), alias: hostile };
		return index % 3
			? incoming({ ...fields, channels: ['#support', '#CANARY-room'] })
			: outgoing({ ...fields, channels: ['all_public_channels'], triggerWords: [hostile], hosts: ['a.example', ''] });
	});
	const gaps = [
		{ what: 'rest', why: { kind: 'pagingRefused' } },
		{ what: 'workspace', why: { kind: 'rateLimited', seconds: 9 } },
	] as const;
	const got = { total: 500, unreadable: 3, age: 500_000, gaps };

	test.each([
		['en', 'room', 5000],
		['pt-BR', 'room', 5000],
		['en', 'caller', 50_000],
		['pt-BR', 'admin', 50_000],
	] as const)('100 rows in %s for %s: few blocks, and nothing that the text does not say', (locale, audience, messageLimit) => {
		const frame = { audience, pageSize: 100, messageLimit };
		const report = reportOf({ scope: 'all' }, { of: many, got, frame });
		const { text, blocks } = toPosting(renderSummary(report, translator(locale)), [next], 'APP');
		expect(report.rows.length).toBeGreaterThanOrEqual(messageLimit === 5000 ? 15 : 100);
		expect(messageFaults(blocks, 'APP')).toEqual([]);
		expect(blocks.length).toBeLessThanOrEqual(10);
		expect(drawMessage(blocks).slice(0, -1).join('\n')).toBe(text);
		expect(JSON.stringify(blocks)).not.toContain('CANARY');
	});
});
