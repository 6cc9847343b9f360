/** What a server answers that means no good, or that has integrations of somebody who means no good. */

/** One answer for a list. */
interface Page {
	readonly integrations: readonly unknown[];
	readonly total: number;
}

/** Gives a page of a list: from a row on, of at most so many rows. */
export type List = (offset: number, count: number) => Page;

type Row = Readonly<Record<string, unknown>>;

/** A row of the room that everybody asks about. */
function row(index: number, fields: Row = {}): Row {
	const id = `hostile${String(index).padStart(10, '0')}`;
	return {
		...{ _id: id, type: 'webhook-incoming', name: `Hook ${index}`, enabled: true, channel: ['#support'] },
		...{ userId: 'rocket.cat', username: 'rocket.cat', _createdAt: '2024-01-01T00:00:00.000Z', token: 'CANARY-token' },
		...fields,
	};
}

function listener(index: number, triggerWords: readonly unknown[], fields: Row = {}): Row {
	const own = { type: 'webhook-outgoing', event: 'sendMessage', urls: ['https://hooks.example.com/x'], triggerWords };
	return row(index, { ...own, ...fields });
}

function times<T>(count: number, make: (index: number) => T): T[] {
	return Array.from({ length: count }, (_, index) => make(index));
}

/** Rows that come page by page, as from a server that is in order. */
function paged(total: number, make: (index: number) => unknown): List {
	return (offset, count) => ({
		integrations: times(Math.max(0, Math.min(count, total - offset)), (index) => make(offset + index)),
		total,
	});
}

/** All rows in each answer, whatever was asked for. */
function atOnce(rows: readonly unknown[]): List {
	return () => ({ integrations: rows, total: rows.length });
}

/** Stands for `nested` in a row: what is as deep can be parsed, but not printed. */
export const nestedHere = 'nested here';

/** A list in a list in a list … */
export const nested = `${'['.repeat(5000)}${']'.repeat(5000)}`;

const endless = 1_000_000_000;
const hostileName = `@all \`x\` [a](javascript:b) \u202e${'👩‍👩‍👧‍👦 '.repeat(200)}${'e\u0301\u0301\u0301'.repeat(500)}`.padEnd(
	5000,
	'\u200b \u2800`',
);
const deep = ['name', 'channel', 'userId', 'alias', '_createdBy', 'scriptError', 'urls', 'triggerWords', 'event', 'enabled'];
const inherited = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

/** The lists, made when one of them is wanted: some are large. */
export const hostileLists = {
	few: () =>
		paged(5, (index) => (index < 3 ? row(index) : listener(index, [`!word${index}`], { urls: ['http://a.example.com'] }))),
	endless: () => (offset, count) => ({ integrations: times(count, (index) => row(offset + index)), total: endless }),
	repeating: () => (_, count) => ({ integrations: times(count, (index) => row(index)), total: endless }),
	breakingOff: () => (offset, count) => ({
		integrations: offset === 0 ? times(count, (index) => row(index)) : times(offset <= 100 ? 1 : 0, () => row(offset)),
		total: endless,
	}),
	single: () => (offset) => ({ integrations: [row(offset)], total: endless }),
	manyAtOnce: () => atOnce(times(100_000, (index) => ({ _id: `i${index}`, type: 'webhook-incoming', channel: '#support' }))),
	tooLarge: () => atOnce([row(0, { script: 'x'.repeat(25 * 2 ** 20) })]),
	longName: () => atOnce([row(0, { name: 'x'.repeat(5_000_000) })]),
	manyWords: () =>
		paged(2, (index) =>
			listener(
				index,
				times(3000, (word) => `!${index}-${word}`),
			),
		),
	manyWordsAnywhere: () =>
		paged(20, (index) =>
			listener(
				index,
				times(1000, (word) => `${'x'.repeat(90)}${index}-${word}`),
				{ triggerWordAnywhere: true },
			),
		),
	longWords: () =>
		paged(8, (index) =>
			listener(
				index,
				times(1000, (word) => `${index}-${word} ${'e\u0301\u200b '.repeat(250)}`.slice(0, 1000)),
			),
		),
	wordEach: () => paged(5000, (index) => listener(index, [`!word${index}`])),
	hostileNames: () =>
		paged(50, (index) =>
			row(index, {
				name: hostileName,
				alias: hostileName,
				username: hostileName,
				_createdBy: { _id: 'x', username: hostileName },
			}),
		),
	longNames: () => paged(5000, (index) => row(index, { name: `${'\u200be\u0301 '.repeat(250)}${index}` })),
	nested: () => atOnce(times(50, (index) => row(index, { [deep[index % deep.length] ?? '']: nestedHere }))),
	manyNested: () => atOnce(times(50, (index) => row(index, { name: times(10, () => nestedHere) }))),
	inherited: () =>
		atOnce(
			times(40, (index) => {
				const key = inherited[index % inherited.length] ?? '';
				return JSON.parse(
					`{"_id":"${key}${index > 3 ? index : ''}","type":"webhook-outgoing","event":"sendMessage","enabled":true,"channel":["#support"],"name":"${key}","username":"${key}","userId":"${key}","_createdBy":{"_id":"${key}","username":"${key}"},"urls":["https://${key}/"],"triggerWords":["${key}"],"${key}":{"x":1}}`,
				) as unknown;
			}),
		),
} as const satisfies Record<string, () => List>;

export type HostileList = keyof typeof hostileLists;
