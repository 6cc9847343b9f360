import { expect, test } from '@jest/globals';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import fc from 'fast-check';
import { answer } from '../../lib/answer';
import { translator } from '../../lib/messages/translate';
import { renderReply } from '../../lib/messages/renderReply';
import { words } from '../../lib/query/grammar';
import { parseQuery } from '../../lib/query/parseQuery';
import { renderPanel } from '../../lib/uikit/panel';
import { query, valueOf } from '../support/builders';
import { host, question } from '../support/host';
import { anyName } from './names';

const t = translator('en');
const word = fc.oneof(fc.constantFrom(...words), fc.constantFrom('#support', '#sales', '@ana', '2', ''), anyName);
const room = fc.record({
	id: fc.constantFrom('R1', 'gone', ''),
	type: fc.constantFrom(...Object.values(RoomType)),
	slugifiedName: fc.constantFrom('support', 'secret'),
});

test('who does not stand in the room reads one and the same answer, whatever the room and the words, and nothing is asked', async () => {
	const [said, shown] = [new Set<string>(), new Set<string>()];
	await fc.assert(
		fc.asyncProperty(fc.array(word, { maxLength: 150 }), room, fc.boolean(), async (typed, where, isClick) => {
			const { ports, requests } = host({ allowed_roles: '*' });
			const asked = parseQuery(typed);
			fc.pre(!asked.ok || asked.value.query.action !== 'help');
			const caller = { id: 'otto', roles: ['user'] };
			const reply = await answer({ ...question({ room: where, caller, isClick }), asked }, ports);
			said.add(JSON.stringify(renderReply(reply, t)));
			const origin = { roomId: where.id, askerId: 'otto', threadId: '' };
			shown.add(JSON.stringify(renderPanel(reply, { query: asked.ok ? asked.value.query : query(), origin }, t)));
			expect(requests).toEqual([]);
		}),
	);
	expect([said.size, shown.size]).toEqual([1, 1]);
	expect([...said].join()).toContain('Only members of this room may ask');
});

test('help is the same for everybody', async () => {
	const texts = await Promise.all(
		['otto', 'li'].map(async (id) => {
			const asking = question({ query: query({ action: 'help' }), caller: { id, roles: ['user'] } });
			return renderReply({ ok: true, value: valueOf(await answer(asking, host().ports)) }, t).text;
		}),
	);
	expect(new Set(texts).size).toBe(1);
});
