import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actOn } from '../../lib/uikit/actions';
import { type Click, readClick } from '../../lib/uikit/click';
import { fail, type Result, success } from '../../lib/failure';
import { readBlockAction, readViewSubmit } from '../../lib/uikit/payload';
import { type ButtonValue, isOffered, printButtonValue, readButtonValue } from '../../lib/uikit/buttonValue';
import { printQuery } from '../../lib/query/printQuery';
import { valueOf } from '../support/builders';
import { anyJson } from './json';
import { anyId, anyName } from './names';
import { offeredQuery } from './queries';
import type { Query } from '../../lib/query/query';

const stale = fail({ kind: 'stale' });

const offer: fc.Arbitrary<ButtonValue> = fc.record({
	query: offeredQuery,
	origin: fc.record({ roomId: anyId, askerId: anyId, threadId: fc.oneof(fc.constant(''), anyId) }),
	choice: fc.oneof(fc.constantFrom('', 'incoming', 'disabled'), anyId),
});

const action = fc.oneof(
	fc.constantFrom(
		'previous',
		'next',
		'browse',
		'search',
		'type',
		'state',
		'problems',
		'everything',
		'details',
		'back',
		'refresh',
	),
	fc.constantFrom('again', 'open', 'checks', 'recheck', '', '__proto__', 'constructor', 'NEXT'),
	fc.string(),
);

/** A value of ours in which a part is another, is missing, or is too much. */
const forged = fc
	.tuple(offer.map(printButtonValue), fc.nat(), fc.oneof(anyJson, anyName, fc.array(anyName, { maxLength: 3 })), fc.boolean())
	.map(([value, at, other, instead]) => {
		const parts = JSON.parse(value) as unknown[];
		const place = at % (parts.length + 1);
		return JSON.stringify([...parts.slice(0, place), other, ...parts.slice(place + (instead ? 1 : 0))]);
	});

/** Whatever a client sends. */
const sent: fc.Arbitrary<unknown> = fc.oneof(
	offer.map(printButtonValue),
	forged,
	fc.tuple(forged, fc.nat({ max: 200 })).map(([value, length]) => value.slice(0, length)),
	anyName,
	fc.json(),
	fc.anything(),
);

/** What was read is a question that the app could have printed, or stale. */
function isQuestion(result: Result<{ readonly query: Query }>): void {
	if (result.ok) {
		expect(printQuery(result.value.query).length).toBeLessThan(500);
		expect(result.value.query.page).toBeGreaterThan(0);
	} else {
		expect(result).toEqual(stale);
	}
}

describe('the value of a control', () => {
	test('is read as what was printed, but for `fresh`', () => {
		fc.assert(
			fc.property(offer, fc.boolean(), (one, fresh) => {
				const asked = fresh ? { ...one.query, fresh } : one.query;
				expect(valueOf(readButtonValue(printButtonValue({ ...one, query: asked })))).toEqual(one);
			}),
			{ numRuns: 500 },
		);
	});

	test('is stale where it is not ours; what is read can be printed again', () => {
		fc.assert(
			fc.property(sent, (value) => {
				const read = readButtonValue(value);
				isQuestion(read);
				const again = read.ok ? readButtonValue(printButtonValue(read.value)) : read;
				expect(again).toEqual(read.ok ? success({ ...read.value, query: { ...read.value.query, fresh: undefined } }) : stale);
			}),
			{ numRuns: 1000 },
		);
	});

	test('asks a question that is valid, whatever is done with it and typed into it', () => {
		fc.assert(
			fc.property(action, offer, fc.option(anyName, { nil: undefined }), (done, one, text) => {
				const asked = actOn({ action: done, value: '', ...(text !== undefined && { text }) }, one);
				expect(asked.ok ? asked.value.page : 1).toBeGreaterThan(0);
				expect(asked.ok || asked.failure.kind).toBeTruthy();
			}),
			{ numRuns: 500 },
		);
	});
});

describe('what a client sends', () => {
	const nested = fc.oneof(
		sent,
		fc.record({ search: fc.oneof(anyName, sent), type: fc.constant('view'), id: sent, value: sent }, { requiredKeys: [] }),
	);

	test('of a click and of a search is a text for each that is one', () => {
		const fields = { actionId: fc.oneof(action, sent), blockId: sent, value: sent, container: nested };
		const view = fc.oneof(
			sent,
			fc.record({ id: sent, submit: nested, state: fc.oneof(sent, fc.dictionary(fc.string(), nested)) }, { requiredKeys: [] }),
		);
		fc.assert(
			fc.property(fc.record(fields, { requiredKeys: [] }), view, (clicked, searched) => {
				for (const touched of [readBlockAction(clicked), readViewSubmit(searched)]) {
					expect([typeof touched.action, typeof (touched.text ?? ''), typeof (touched.viewId ?? '')]).toEqual(
						Array(3).fill('string'),
					);
					isQuestion(readButtonValue(touched.value));
				}
			}),
			{ numRuns: 500 },
		);
	});

	test('on a message of another room, of somebody else, or that does not offer it, asks nothing', () => {
		const message = fc.record({
			id: anyId,
			room: fc.record({ id: fc.constantFrom('ROOM1', 'ROOM2') }),
			sender: fc.record({ id: fc.constantFrom('APP1', 'OTTO1') }),
			blocks: fc.array(fc.oneof(sent, fc.record({ elements: fc.array(sent), accessory: sent }, { requiredKeys: [] }))),
		});
		const click: fc.Arbitrary<Click> = fc
			.record({ action, value: sent, userId: anyId, roomId: fc.constant('ROOM1'), message })
			.map(({ action: done, value, ...rest }) => ({ ...rest, touched: { action: done, value }, value: readButtonValue(value) }));
		fc.assert(
			fc.property(click, (one) => {
				expect(readClick(one, 'APP1')).toEqual(stale);
			}),
		);
	});

	test('of the blocks of a message is offered what stands in them, and nothing else', () => {
		fc.assert(
			fc.property(fc.array(nested), action, fc.string(), (blocks, done, value) => {
				expect(isOffered(blocks, done, value)).toBe(false);
				expect(isOffered([...blocks, { elements: [{ actionId: done, value }] }], done, value)).toBe(true);
			}),
		);
	});
});
