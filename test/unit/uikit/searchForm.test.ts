import { expect, test } from '@jest/globals';
import { buttonMaker } from '../../../lib/uikit/buttons';
import { readButtonValue } from '../../../lib/uikit/buttonValue';
import { plainText } from '../../../lib/uikit/blocks';
import { searchForm } from '../../../lib/uikit/searchForm';
import { toView } from '../../../lib/uikit/stamp';
import { translator } from '../../../lib/messages/translate';
import { drawPanel, panelFaults } from '../../support/surfaces';
import { query, valueOf } from '../../support/builders';
import type { Query } from '../../../lib/query/query';
import { titled } from '../../support/titled';

const origin = { roomId: 'SUPPORT1', askerId: 'LI1', threadId: 'T1' };
const title = { type: 'plain_text', text: 'Panel' } as const;
const t = translator('en');

function formOf(asked: Partial<Query>) {
	const blocks = searchForm(query(asked), { make: buttonMaker(query(asked), origin, t), t });
	const close = { type: 'button', actionId: 'close', text: plainText('Close') } as const;
	return toView({ title, blocks, close }, 'APP').blocks;
}
function draw(asked: Partial<Query>) {
	return drawPanel({ title, blocks: formOf(asked) }).slice(1);
}

test.each<[Partial<Query>, string[]]>([
	[{}, ['Search: <Name, user, word or host>', 'Type: (All types) incoming outgoing; State: (Any state) enabled disabled;']],
	[
		{ type: 'outgoing', state: 'disabled', find: 'ação' },
		['Search: ação', 'Type: All types incoming (outgoing); State: Any state enabled (disabled);'],
	],
])('the form for %j is a field and two choices, with what was typed and chosen', (asked, shown) => {
	expect(draw(asked)).toEqual(shown);
});

test.each(titled(['@all', '`x` **y** [z](javascript:x)', 'a\nb', '"]]', '__proto__', '🙂'.repeat(50), '\u202eabc']))(
	'%s stands in the field as it was typed, and in the question that the blocks carry',
	(_title, find) => {
		const blocks = formOf({ action: 'browse', find, page: 3 });
		expect(panelFaults({ title, blocks }, 'APP')).toEqual([]);
		expect(draw({ find })[0]).toBe(`Search: ${find}`);
		for (const block of blocks) {
			const { blockId } = block as { blockId?: string };
			expect(valueOf(readButtonValue(blockId))).toMatchObject({
				query: query({ action: 'browse', find: find.replace('\n', ' '), page: 3 }),
				origin,
			});
		}
	},
);

test('another question is another field: a client shows no text of the old one', () => {
	const ids = [{}, { find: 'x' }, { type: 'incoming' }, { page: 2 }].map((asked) =>
		JSON.stringify(formOf(asked as Partial<Query>)[0]),
	);
	expect(new Set(ids).size).toBe(4);
});

test('among what needs attention a search, and a choice, stay among it', () => {
	const blocks = formOf({ action: 'browse', attention: true, type: 'incoming', page: 2 });
	expect(panelFaults({ title, blocks }, 'APP')).toEqual([]);
	for (const block of blocks) {
		const { blockId } = block as { blockId?: string };
		expect(valueOf(readButtonValue(blockId)).query).toEqual(
			query({ action: 'browse', attention: true, type: 'incoming', page: 2 }),
		);
	}
	expect(draw({ attention: true })).toEqual(draw({}));
	expect(JSON.stringify(formOf({ attention: true })[0])).not.toBe(JSON.stringify(formOf({})[0]));
});
