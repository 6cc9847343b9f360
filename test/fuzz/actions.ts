/** What people do, what the engine calls, and what happens meanwhile, as data. Numbers choose among what is there: they count around. */
import fc from 'fast-check';
import type { IntegrationDocument } from '../workspace/model';
import { words } from '../../lib/query/grammar';
import { printQuery } from '../../lib/query/printQuery';
import { typedQuery } from '../properties/queries';
import { anyJson } from '../properties/json';
import { anyFault, type Fault } from './faults';
import { typedText } from './names';
import { anyRow } from './rows';
import { appSettings, serverSettings, type Settings } from './settings';
import { type PersonChange, personChange, type RoomChange, roomChange } from './world';

/** What one person does. `trigger`: whether the client gives an id with which a panel opens. */
export type Deed =
	/** `%id` and `%name` in the words stand for those of an integration. */
	| {
			readonly kind: 'type';
			readonly who: number;
			readonly room: number;
			readonly words: string;
			readonly about: number;
			readonly thread: number;
			readonly trigger: boolean;
	  }
	| { readonly kind: 'click'; readonly who: number; readonly shown: number; readonly control: number; readonly trigger: boolean }
	| { readonly kind: 'forge'; readonly who: number; readonly shown: number; readonly control: number; readonly sent: Forged }
	| { readonly kind: 'search'; readonly who: number; readonly shown: number; readonly text: string }
	| {
			readonly kind: 'menu';
			readonly who: number;
			readonly room: number;
			readonly message: number;
			readonly entry: string;
			readonly trigger: boolean;
	  };

/** What a client makes up in place of what the control has: an action, a value, a room in the value or beside it. */
export interface Forged {
	readonly actionId?: string;
	readonly value?: unknown;
	readonly room?: number;
	readonly beside?: number;
	readonly asker?: number;
}

export type Action =
	| { readonly kind: 'deeds'; readonly deeds: readonly Deed[] }
	| { readonly kind: 'job'; readonly later: number }
	| { readonly kind: 'fault'; readonly fault: Fault }
	| { readonly kind: 'row'; readonly at: number; readonly row: IntegrationDocument | undefined }
	| { readonly kind: 'app'; readonly settings: Settings }
	| { readonly kind: 'server'; readonly settings: Settings }
	| { readonly kind: 'room'; readonly change: RoomChange }
	| { readonly kind: 'person'; readonly change: PersonChange };

const [who, some] = [fc.nat({ max: 30 }), fc.nat({ max: 60 })];
/** Most clients give one. */
const trigger = fc.constantFrom(true, true, true, false);

const word = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom<string[]>(...words) },
	fc.constantFrom('@li', '@ana', '2', '1', 'name', '#support', '#secret-ops', '#', '--help', 'Guggy', 'zzz', 'xxx yyy'),
	typedText,
);

const line = fc.oneof(
	fc.constantFrom<string[]>('', '', 'show %id', 'show %name', 'find %name', 'page 2', ...words),
	fc.constantFrom('browse', 'watch', 'changes', 'export', 'workspace export', 'workspace', 'workspace show %id', 'status all'),
	typedQuery.map((query) =>
		printQuery(query)
			.replace(/^\S+ ?/, '')
			.replaceAll(/canary/gi, 'x'),
	),
	fc.array(word, { maxLength: 5 }).map((some) => some.join(' ')),
);

const forged: fc.Arbitrary<Forged> = fc.record(
	{
		actionId: fc.oneof(
			fc.constantFrom('next', 'previous', 'details', 'refresh', 'type', 'state', 'again', '__proto__', ''),
			typedText,
		),
		value: fc.oneof(fc.constantFrom('', '{}', '[1]', 'x'.repeat(5000)), anyJson),
		room: fc.nat({ max: 15 }),
		beside: fc.nat({ max: 15 }),
		asker: who,
	},
	{ requiredKeys: [] },
);

const deed: fc.Arbitrary<Deed> = fc.oneof(
	{
		weight: 4,
		arbitrary: fc.record({
			kind: fc.constant('type'),
			who,
			room: fc.nat({ max: 15 }),
			words: line,
			about: some,
			thread: fc.nat({ max: 15 }),
			trigger,
		}),
	},
	{ weight: 4, arbitrary: fc.record({ kind: fc.constant('click'), who, shown: some, control: some, trigger }) },
	fc.record({ kind: fc.constant('forge'), who, shown: some, control: some, sent: forged }),
	fc.record({ kind: fc.constant('search'), who, shown: some, text: typedText }),
	fc.record({
		kind: fc.constant('menu'),
		who,
		room: fc.nat({ max: 16 }),
		message: some,
		entry: fc.constantFrom('room-integrations', 'message-integration', 'message-integration', 'nonsense'),
		trigger,
	}),
);

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

const action: fc.Arbitrary<Action> = fc.oneof(
	{ weight: 12, arbitrary: deed.map((one) => ({ kind: 'deeds' as const, deeds: [one] })) },
	{ weight: 2, arbitrary: fc.array(deed, { minLength: 2, maxLength: 3 }).map((deeds) => ({ kind: 'deeds' as const, deeds })) },
	{ weight: 2, arbitrary: fc.constantFrom(5 * minute, hour, day).map((later) => ({ kind: 'job' as const, later })) },
	{ weight: 2, arbitrary: anyFault.map((fault) => ({ kind: 'fault' as const, fault })) },
	fc.record({ kind: fc.constant('row'), at: some, row: fc.option(anyRow, { nil: undefined }) }),
	appSettings.map((settings) => ({ kind: 'app' as const, settings })),
	serverSettings.map((settings) => ({ kind: 'server' as const, settings })),
	roomChange.map((change) => ({ kind: 'room' as const, change })),
	personChange.map((change) => ({ kind: 'person' as const, change })),
);

export const anyActions: fc.Arbitrary<Action[]> = fc.array(action, { minLength: 1, maxLength: 20 });
