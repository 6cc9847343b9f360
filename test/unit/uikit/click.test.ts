import { describe, expect, test } from '@jest/globals';
import { type Click, readClick } from '../../../lib/uikit/click';
import { fail } from '../../../lib/failure';
import { type ButtonValue, printButtonValue, readButtonValue } from '../../../lib/uikit/buttonValue';
import type { Touched } from '../../../lib/uikit/payload';
import { query, valueOf } from '../../support/builders';
import type { Query } from '../../../lib/query/query';
import { titled } from '../../support/titled';

/** `li` asked in `R1`; the app's user is `app`. */
const origin = { roomId: 'R1', askerId: 'li', threadId: 'T1' };
function print(asked: Partial<Query> = {}, fields: Partial<ButtonValue> = {}) {
	return printButtonValue({ query: query(asked), origin, choice: '', ...fields });
}
const next = print({ type: 'outgoing', page: 2 });
const stale = fail({ kind: 'stale' });

function button(action: string, value: string) {
	return { type: 'button', appId: 'app', blockId: 'actions', actionId: action, value };
}
function message(fields: object = {}): NonNullable<Click['message']> {
	return {
		id: 'M1',
		room: { id: 'R1' },
		sender: { id: 'app' },
		blocks: [{ type: 'section' }, { type: 'actions', elements: [button('next', next), button('browse', next)] }],
		...fields,
	};
}

type Sent = Touched & Omit<Click, 'touched' | 'value'>;

/** `li` clicks on *Next page* in the posted message; what a client sends is changed by the fields. */
function posted(fields: Partial<Sent> = {}): Click {
	const sent: Sent = { action: 'next', value: next, userId: 'li', roomId: 'R1', message: message(), ...fields };
	const { userId, roomId, message: clicked, ...touched } = sent;
	return { touched, value: readButtonValue(touched.value), userId, roomId, message: clicked };
}
/** The same in what `li` alone sees: the server finds no message. */
function noticed(fields: Partial<Sent> = {}) {
	return posted({ message: undefined, ...fields });
}
/** The same in a panel: the server knows of no room either. */
function inPanel(fields: Partial<Sent> = {}) {
	return posted({ message: undefined, roomId: undefined, viewId: 'V1', ...fields });
}

function read(click: Click, appUserId: string | undefined = 'app') {
	return readClick(click, appUserId);
}

describe('a posted message', () => {
	test('whoever asked changes it in place; its answer is for the room', () => {
		expect(valueOf(read(posted()))).toEqual({ query: query({ type: 'outgoing', page: 3 }), origin, inPlace: 'M1' });
	});

	test('to somebody else it answers in private, who is the asker from then on', () => {
		expect(valueOf(read(posted({ userId: 'mo' })))).toEqual({
			query: query({ type: 'outgoing', page: 3, visibility: 'private' }),
			origin: { ...origin, askerId: 'mo' },
			inPlace: undefined,
			preface: 'anothers',
		});
	});

	test.each(['li', 'mo'])('%s opens the panel, for nobody else', (userId) => {
		const { query: asked, origin: from } = valueOf(read(posted({ action: 'browse', userId })));
		expect([asked, from.askerId]).toEqual([query({ action: 'browse', type: 'outgoing' }), userId]);
	});

	test('one without an id cannot change: the answer is private', () => {
		const { query: asked, inPlace } = valueOf(read(posted({ message: message({ id: undefined }) })));
		expect([asked.visibility, inPlace]).toEqual(['private', undefined]);
	});

	const shared = print({ visibility: 'share', page: 2 });
	test('what was shared is shared no further by others', () => {
		const offering = message({ blocks: [{ elements: [button('next', shared)] }] });
		const asks = (userId: string) => valueOf(read(posted({ value: shared, message: offering, userId }))).query.visibility;
		expect([asks('li'), asks('mo')]).toEqual(['share', 'private']);
	});

	const forged = print({ type: 'outgoing', page: 3 });
	test.each<[string, Partial<Sent>]>([
		['of somebody else', { message: message({ sender: { id: 'li' } }) }],
		['of nobody', { message: message({ sender: { id: '' } }) }],
		['of another room', { message: message({ room: { id: 'R2' } }) }],
		['in another room than the client says', { roomId: 'R2' }],
		['both, with a value for that room', { roomId: 'R2', message: message({ room: { id: 'R2' } }) }],
		['without a room', { roomId: undefined }],
		['in what is said to be a panel', { roomId: undefined, viewId: 'V1' }],
		['with a value that it does not offer', { value: forged }],
		['with the value of another person', { value: next.replace('"li"', '"mo"'), userId: 'mo' }],
		['with a value of the same meaning', { value: next.replace(',', ', ') }],
		['with an action that it does not offer', { action: 'refresh' }],
		['with the value of another action', { action: 'previous' }],
		['without blocks', { message: message({ blocks: undefined }) }],
		['with blocks that are none', { message: message({ blocks: [null, 'next', { elements: [next] }] }) }],
		['that offers only an accessory of another value', { message: message({ blocks: [{ accessory: button('next', forged) }] }) }],
	])('stale: %s', (_, fields) => {
		expect(read(posted(fields))).toEqual(stale);
	});

	test('stale: without an app user no message is the app’s', () => {
		expect(readClick(posted(), undefined)).toEqual(stale);
		expect(readClick(posted({ message: message({ sender: { id: undefined } }) }), 'app')).toEqual(stale);
	});

	test('stale: nor is one without a sender', () => {
		expect(readClick(posted({ message: message({ sender: { id: undefined } }) }), undefined)).toEqual(stale);
	});
});

describe('what one person alone sees', () => {
	test('answers in private, to a summary; the thread is kept', () => {
		expect(valueOf(read(noticed()))).toMatchObject({
			query: query({ type: 'outgoing', page: 3, visibility: 'private' }),
			origin,
		});
	});

	test('without an app user, too: nobody else can have made it for this person', () => {
		expect(readClick(noticed(), undefined).ok).toBe(true);
	});

	test.each<[string, Partial<Sent>]>([
		['of somebody else', { userId: 'mo' }],
		['of somebody else, who says to be in a room of that id', { userId: 'R1' }],
		['in another room', { roomId: 'R2' }],
		['nowhere', { roomId: '' }],
	])('stale: %s', (_, fields) => {
		expect(read(noticed(fields))).toEqual(stale);
	});
});

describe('a panel', () => {
	test('names its room by itself', () => {
		expect(valueOf(read(inPanel()))).toMatchObject({ origin, query: { page: 3, visibility: 'private' } });
	});

	test.each<[string, string, string | undefined, Partial<Query>]>([
		['search', ' deploy ', undefined, { action: 'browse', find: 'deploy' }],
		['type', 'incoming', undefined, { action: 'browse', type: 'incoming', page: 1 }],
		['refresh', '', undefined, { action: 'browse', page: 2, fresh: true }],
	])('%s %j', (action, text, _, expected) => {
		const value = print({ action: 'browse', page: 2 });
		expect(valueOf(read(inPanel({ action, value, text }))).query).toEqual(query(expected));
	});

	test('details are of what its button chooses, whatever else is sent', () => {
		const value = print({ action: 'browse' }, { choice: 'ID1' });
		expect(valueOf(read(inPanel({ action: 'details', value }))).query).toEqual(query({ action: 'browse', show: 'ID1' }));
	});

	test('stale: of somebody else', () => {
		expect(read(inPanel({ userId: 'mo' }))).toEqual(stale);
	});
});

describe('stale wherever it is said to be', () => {
	const values = [undefined, null, 7, {}, [], '', '[1]', 'next', 'x'.repeat(5000), next.slice(1), next.replace('[1,', '[2,')];
	test.each(titled(values))('of the value %s', (_title, value) => {
		for (const click of [posted, noticed, inPanel]) {
			const offering = message({ blocks: [{ elements: [{ actionId: 'next', value }] }] });
			expect(read(click({ value }))).toEqual(stale);
			expect(read(posted({ value, message: offering }))).toEqual(stale);
		}
	});

	test.each(titled(['', '__proto__', 'constructor', 'toString', 'nonsense', 'x'.repeat(5000)]))(
		'of the action %s',
		(_title, action) => {
			for (const click of [posted, noticed, inPanel]) {
				expect(read(click({ action }))).toEqual(stale);
			}
			expect(read(posted({ action, message: message({ blocks: [{ elements: [button(action, next)] }] }) }))).toEqual(stale);
		},
	);

	test('a page before the first', () => {
		const value = print();
		expect(read(noticed({ action: 'previous', value }))).toEqual(stale);
		expect(read(inPanel({ action: 'previous', value }))).toEqual(stale);
	});
});
