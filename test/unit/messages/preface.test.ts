import { describe, expect, test } from '@jest/globals';
import { toMessage, withPreface } from '../../../lib/messages/message';
import { parseQuery } from '../../../lib/query/parseQuery';
import { type Preface, renderPreface } from '../../../lib/messages/preface';
import { translator } from '../../../lib/messages/translate';
import { query, valueOf } from '../../support/builders';
import { eachPreface } from '../../support/prefaces';
import type { Query } from '../../../lib/query/query';
import { titled } from '../../support/titled';

function say() {
	return eachPreface
		.map((remark) => withPreface(toMessage(['(the summary)']), renderPreface(remark, query({ page: 2 }), translator('en'))).text)
		.join('\n\n');
}

test('a remark stands before the answer', () => {
	expect(say()).toMatchInlineSnapshot(`
		"Only you see this answer: the room is read-only, so the app may not post into it.
		(the summary)

		Only you see this answer: the room is archived, so the app does not post into it.
		(the summary)

		Only you see this answer: the room is encrypted, so the app cannot post into it.
		(the summary)

		Only you see this answer: the app's own bot user is muted in this room.
		(the summary)

		Only you see this answer: you are muted in this room, so the app does not post into it for you.
		(the summary)

		Only you see this answer: it is longer than the workspace's largest message.
		(the summary)

		Only you see this answer: the app's own bot user no longer exists. A workspace admin can bring it back by installing the app again.
		(the summary)

		Only you see this answer: the posted message could not be changed.
		(the summary)

		Only you see this answer: the room did not accept it. It may be read-only, archived or encrypted, or the app's own bot user may be muted.
		(the summary)

		The server took longer than a click or a panel can wait, so the answer comes as a message. To ask again, type \`/integrations page 2\`.
		(the summary)

		The panel cannot open here, so the answer comes as a message. To search, type \`/integrations find text\`; to see one in full, \`/integrations show name\`.
		(the summary)

		Only you see this page: the posted message is another person's, and stays as it is.
		(the summary)"
	`);
});

test('whoever has a room watched that takes no message is told what that means, and nobody else is', () => {
	const told = eachPreface.filter((remark) => sayWatched(remark).includes('changes'));
	expect(told).toEqual(['readOnly', 'archived', 'encrypted', 'muted']);
	expect(sayWatched('archived')).toMatchInlineSnapshot(
		`"Only you see this answer: the room is archived, so the app does not post into it. While that is so, only \`/integrations changes\` tells what changed."`,
	);
	expect(renderPreface('archived', query({ action: 'unwatch' }), translator('en'))).not.toContain('changes');
});

function sayWatched(remark: Preface): string {
	return renderPreface(remark, query({ action: 'watch' }), translator('en'));
}

function late(asked: Partial<Query>) {
	return renderPreface('late', query(asked), translator('en'));
}
function wordsIn(text: string) {
	return /`\/integrations ?([^`]*)`/.exec(text)?.[1] ?? '';
}

describe('the words that ask again are those of the question', () => {
	test.each<Partial<Query>>([
		{ page: 2 },
		{ type: 'outgoing', state: 'disabled', sort: 'name', descending: true },
		{ action: 'browse', type: 'outgoing', page: 2 },
		{ find: 'GitHub deploys' },
		{ show: 'GitHub deploys' },
	])('the words for %j', (asked) => {
		expect(valueOf(parseQuery(wordsIn(late(asked)).split(' ').filter(Boolean))).query).toEqual(query(asked));
	});

	test.each<Partial<Query>>([
		{ action: 'browse', find: 'deploy' },
		{ action: 'browse', show: 'ID1' },
	])('the words in a panel for %j', (asked) => {
		expect(valueOf(parseQuery(wordsIn(late(asked)).split(' '))).query).toEqual(query(asked));
	});

	test('but for `fresh`: the answer was', () => {
		expect(late({ type: 'outgoing', fresh: true })).toContain('type `/integrations outgoing`.');
	});
});

test.each(titled(['@all', '`x` **y**', 'o\n@here', '[a](javascript:x)', 'x'.repeat(5000), '\u202e']))(
	'the text %s does nothing',
	(_title, find) => {
		for (const remark of eachPreface) {
			const text = renderPreface(remark, query({ find }), translator('en'));
			expect(text.replace(/`[^`\n]*`/g, '')).not.toMatch(/[`\n@]|\*\*|javascript|x{5}/);
			expect(text).not.toMatch(/[\s>]@/);
			expect(text.length).toBeLessThan(600);
		}
	},
);
