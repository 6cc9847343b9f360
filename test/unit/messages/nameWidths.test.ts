import { expect, test } from '@jest/globals';
import { translator } from '../../../lib/messages/translate';
import { writer } from '../../../lib/messages/nameWidths';

const write = writer({ width: 10, named: 3 }, translator('en'));

test.each([
	[['a', 'b'], '`a`, `b`'],
	[['a', 'b', 'c', 'd', 'e'], '`a`, `b`, `c` +2'],
	[['a', '', '\u202e'], '`a`, (none), (none)'],
	[[], ''],
])('the names %j are listed, and of many the first ones', (texts, shown) => {
	expect(write.names(texts, '(none)')).toBe(shown);
	expect(write.hosts(texts, '(none)')).toBe(shown);
});

test('a name is cut at its end, a host in front: its end says whose it is', () => {
	expect(write.name('hooks.slack.example.com')).toBe('`hooks.sla…`');
	expect(write.hosts(['hooks.slack.example.com', 'a.example'], '…')).toBe('`…ample.com`, `a.example`');
	expect(write.hosts([`${'🙂'.repeat(9)}x`], '…')).toBe('`…🙂🙂🙂🙂x`');
	expect(write.hosts([`${'🙂'.repeat(9)}xx`], '…')).toBe('`…🙂🙂🙂xx`');
});
