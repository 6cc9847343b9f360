import { expect, test } from '@jest/globals';
import { parse } from '@rocket.chat/message-parser';
import { code } from '../../../lib/util/inlineCode';
import { titled } from '../../support/titled';

/** The server's own patterns for mentions, which know nothing of code (its MentionsParser). */
const mentions = [/(^|\s|>)@(\w+)/gm, /(^|\s|>)#(\w+)/gm];

const hostile = [
	'@all',
	'@here and @all',
	'x\t@all',
	'x>@all',
	'`',
	'``` @all ```',
	'**x**',
	'[x](javascript:alert(1))',
	'![x](https://evil.example/x.png)',
	'https://evil.example',
	'a\nb\r\n\u2028c\u0085d',
	'\u202egnp.exe',
	'\u200b@all',
	' \u200b @all',
	'<script>alert(1)</script>',
	':rocket: $x$ ||spoiler||',
	'#general',
	'see #general',
	'x'.repeat(5000),
	'x\ud800@all',
	'👩‍👩‍👧 team',
	'שלום @all',
	'\u2067مرحبا `x`',
	'x\u034f@all',
	'>\u{e0100}#general',
];

test.each([
	['GitHub deploys', '`GitHub depl…`'],
	['  many   blanks ', '`many blanks`'],
	['a`b', "`a'b`"],
	['`', "`'`"],
	['two\nlines', '`two lines`'],
	['e\u0301\u0301\u0301\u0301 zalgo', '`e\u0301\u0301 zalgo`'],
	['', ''],
	[' \n\u200b\u202e ', ''],
	['a rather long name', '`a rather lo…`'],
	['a\u034fb', '`a b`'],
	['a\u2800b', '`a b`'],
	['\u2800\u3164\u17b4\u180b\ufe0f\u{e0100}', ''],
	['x\ufe0fy\u{e01ef}', '`x y`'],
	['\u200dx\u200d', '`x`'],
	['👩‍👩‍👧 team', '`👩‍👩‍👧 te…`'],
	['❤️ 1️⃣', '`❤️ 1️⃣`'],
	['👋🏽 hi', '`👋🏽 hi`'],
	['👩‍👩‍👧👩‍👩‍👧', '`👩‍👩‍👧👩…`'],
	['שלום', '`\u2068שלום\u2069`'],
	['\u202eمرحبا bot and more', '`\u2068مرحبا bot…\u2069`'],
	['🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂', '`🙂🙂🙂🙂🙂…`'],
])('%j is shown as %j', (name, shown) => {
	expect(code(name, 12)).toBe(shown);
});

test.each(titled(hostile))('%s is inline code and nothing else', (_title, name) => {
	const shown = code(name, 60);
	expect(parse(`- ${shown} posts`)).toMatchObject([
		{
			type: 'UNORDERED_LIST',
			value: [
				{
					value: [
						{ type: 'INLINE_CODE', value: { type: 'PLAIN_TEXT', value: shown.slice(1, -1) } },
						{ type: 'PLAIN_TEXT', value: ' posts' },
					],
				},
			],
		},
	]);
});

test.each(titled(hostile))('%s mentions nobody', (_title, name) => {
	const text = `- ${code(name, 60)} posts`;
	expect(mentions.flatMap((pattern) => text.match(pattern) ?? [])).toEqual([]);
});
