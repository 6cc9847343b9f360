import { expect, test } from '@jest/globals';
import { toMessage, withPreface } from '../../../lib/messages/message';

test.each<[readonly string[], readonly string[], string]>([
	[['head'], [], 'head'],
	[['head', '- one\n- two'], ['Page 1 of 1', 'As of 9 seconds ago'], 'head\n- one\n- two\nPage 1 of 1\nAs of 9 seconds ago'],
	[['`@all` **x** {name} $&'], ['\\n'], '`@all` **x** {name} $&\n\\n'],
])('%j and %j, one under the other', (sections, context, text) => {
	expect(toMessage(sections, context)).toEqual({ text, sections, context });
});

test('without anything said of it', () => {
	expect(toMessage(['head', 'list'])).toEqual({ text: 'head\nlist', sections: ['head', 'list'], context: [] });
});

test('a remark stands before it, as a paragraph of its own; what is said of the answer stays apart', () => {
	expect(withPreface(toMessage(['head', 'list'], ['Page 1 of 1']), 'Only you see this.')).toEqual({
		text: 'Only you see this.\nhead\nlist\nPage 1 of 1',
		sections: ['Only you see this.', 'head', 'list'],
		context: ['Page 1 of 1'],
	});
});

test('a remark keeps what is in the text alone', () => {
	const message = { ...toMessage(['head']), text: 'head\n[Open](https://chat.example)' };
	expect(withPreface(message, 'Only you see this.').text).toBe('Only you see this.\nhead\n[Open](https://chat.example)');
});
