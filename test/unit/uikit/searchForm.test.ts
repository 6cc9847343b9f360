import { expect, test } from '@jest/globals';
import { buttonMaker } from '../../../lib/uikit/buttons';
import { readButtonValue } from '../../../lib/uikit/buttonValue';
import { plainText } from '../../../lib/uikit/blocks';
import { searchForm } from '../../../lib/uikit/searchForm';
import { toView } from '../../../lib/uikit/stamp';
import { type Locale, translator } from '../../../lib/messages/translate';
import { drawPanel, panelFaults } from '../../support/surfaces';
import { query, valueOf } from '../../support/builders';
import type { Query } from '../../../lib/query/query';

const origin = { roomId: 'SUPPORT1', askerId: 'LI1', threadId: 'T1' };
const title = { type: 'plain_text', text: 'Panel' } as const;
function formOf(asked: Partial<Query>, locale: Locale = 'en') {
	const t = translator(locale);
	const blocks = searchForm(query(asked), { make: buttonMaker(query(asked), origin, t), t });
	const close = { type: 'button', actionId: 'close', text: plainText('Close') } as const;
	return toView({ title, blocks, close }, 'APP').blocks;
}
function draw(asked: Partial<Query>, locale: Locale = 'en') {
	return drawPanel({ title, blocks: formOf(asked, locale) }).slice(1);
}

test.each<[Locale, Partial<Query>, string[]]>([
	[
		'en',
		{},
		[
			'Name, user, trigger word or host: <Some letters of it>',
			'Type: (incoming and outgoing) incoming outgoing; State: (enabled and disabled) enabled disabled;',
		],
	],
	[
		'pt-BR',
		{ type: 'outgoing', state: 'disabled', find: 'ação' },
		[
			'Nome, usuário, palavra de gatilho ou host: ação',
			'Tipo: de entrada e de saída de entrada (de saída); Estado: ativadas e desativadas ativadas (desativadas);',
		],
	],
])('a text and two choices, as they stand (%s, %j)', (locale, asked, shown) => {
	expect(draw(asked, locale)).toEqual(shown);
});

test.each(['@all', '`x` **y** [z](javascript:x)', 'a\nb', '"]]', '__proto__', '🙂'.repeat(50), '\u202eabc'])(
	'%.20j stands in the field as it was typed, and in the question that the blocks carry',
	(find) => {
		const blocks = formOf({ action: 'browse', find, page: 3 });
		expect(panelFaults({ title, blocks }, 'APP')).toEqual([]);
		expect(draw({ find })[0]).toBe(`Name, user, trigger word or host: ${find}`);
		for (const block of blocks) {
			const { blockId } = block as { blockId?: string };
			expect(valueOf(readButtonValue(blockId))).toMatchObject({ query: query({ action: 'browse', find, page: 3 }), origin });
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
