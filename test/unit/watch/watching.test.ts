import { describe, expect, test } from '@jest/globals';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import { authorize } from '../../../lib/access/authorize';
import { fail, type Failure, type Result, success } from '../../../lib/failure';
import type { Query } from '../../../lib/query/query';
import type { Source } from '../../../lib/rest/fetchIntegrations';
import type { Snapshot } from '../../../lib/watch/snapshot';
import { readSnapshot, readWatch, saveSnapshot, saveWatch, type StorePorts } from '../../../lib/watch/store';
import type { Watch } from '../../../lib/watch/watch';
import { answerWatch, type WatchPorts } from '../../../lib/watch/watching';
import { failureOf, query, valueOf } from '../../support/builders';
import { host, question, type Typed } from '../../support/host';
import { memoryStore } from '../../support/store';
import { keptOf, look, record, serverWith, silentUsers, watchOf } from '../../support/watched';

interface World {
	/** Whether `#support` is watched already. */
	readonly watch?: Watch;
	readonly before?: Snapshot;
	readonly settings?: Readonly<Record<string, unknown>>;
	readonly typed?: Partial<Typed>;
	readonly source?: Result<Source>;
	readonly ports?: Partial<WatchPorts> & Partial<ReturnType<typeof host>['ports']>;
}

/** What li, who is called so, is answered in `#support`, and what is kept of it then. */
async function ask(action: Query['action'], world: World = {}) {
	const store = memoryStore();
	if (world.watch) await saveWatch(world.watch, store);
	if (world.before) await saveSnapshot('R1', world.before, store);
	const { ports } = host(world.settings);
	const caller = { id: 'li', username: 'li', roles: [] };
	const permit = valueOf(await authorize(question({ query: query({ action }), caller, ...world.typed }), ports));
	const source = world.source ?? success(serverWith([record('a')]).source);
	const answer = await answerWatch(permit, source, { ...ports, store, ...world.ports });
	return { answer, watched: await readWatch('R1', store), rows: await readSnapshot('R1', store) };
}

const now = 1_000_000;
const begun = watchOf({ since: now, looked: now, told: now });
const direct = { room: { type: RoomType.DIRECT_MESSAGE } };

test.each(['watch', 'unwatch', 'changes'] as const)('%s: a direct message cannot be watched', async (action) => {
	expect(failureOf((await ask(action, { typed: direct })).answer)).toEqual({ kind: 'watchNowhere' });
});

describe('watch', () => {
	test('begins with what is there now', async () => {
		const { answer, watched, rows } = await ask('watch');
		expect(valueOf(answer)).toEqual({ kind: 'on', watch: begun, interval: 'daily', isPrivate: false });
		expect(watched).toEqual(begun);
		expect(rows).toEqual(look(['a'], { at: now }));
	});

	test('of somebody without a username keeps none', async () => {
		const { watched } = await ask('watch', { typed: { caller: { id: 'li' } } });
		expect(watched).toEqual({ ...begun, by: '' });
	});

	test.each([
		['hourly', 'sender', true],
		['daily', 'room', false],
	])('tells how often, and whether one person alone is told: %s, %s', async (interval, visibility, isPrivate) => {
		const settings = { watch_interval: interval, reply_visibility: visibility };
		expect(valueOf((await ask('watch', { settings })).answer)).toMatchObject({ kind: 'on', interval, isPrivate });
	});

	test.each([
		['room', false],
		['sender', true],
	])('changes nothing where the room is watched already: %s', async (visibility, isPrivate) => {
		const watch = watchOf({ byId: 'mo', by: 'mo' });
		const { answer, watched, rows } = await ask('watch', { watch, settings: { reply_visibility: visibility } });
		expect(valueOf(answer)).toEqual({ kind: 'already', watch, interval: 'daily', isPrivate });
		expect([watched, rows]).toEqual([watch, undefined]);
	});

	test('is not there where the setting switches it off', async () => {
		const { answer, watched } = await ask('watch', { settings: { watch_interval: 'off' } });
		expect([failureOf(answer), watched]).toEqual([{ kind: 'watchOff' }, undefined]);
	});

	test.each<[string, Result<Source>, string]>([
		['no server is set', fail({ kind: 'settingsMissing', settings: ['auth_token'] }), 'settingsMissing'],
		['the server gives no list', success(serverWith({ kind: 'forbidden' }).source), 'forbidden'],
		['it gives only a part', success(serverWith([record('a')], { total: 2 }).source), 'listNotWhole'],
	])('does not begin where %s', async (_, source, failure) => {
		const { answer, watched, rows } = await ask('watch', { source });
		expect([failureOf(answer).kind, watched, rows]).toEqual([failure, undefined, undefined]);
	});

	test('without the permission to keep anything says so', async () => {
		const nothing = async () => Promise.resolve(undefined as never);
		const store: StorePorts = {
			reader: { readByAssociation: nothing, readByAssociations: nothing },
			writer: { updateByAssociations: nothing, removeByAssociation: nothing, removeByAssociations: nothing },
		};
		const { answer } = await ask('watch', { ports: { store } });
		expect(failureOf(answer)).toEqual({ kind: 'notKept', permission: 'persistence' });
	});

	test('where its own small record cannot be written, keeps nothing of what was seen', async () => {
		const store = memoryStore();
		const updateByAssociations: StorePorts['writer']['updateByAssociations'] = async (associations, ...rest) =>
			associations.some((one) => one.getID() === 'watched-room')
				? Promise.reject(new Error('CANARY'))
				: store.writer.updateByAssociations(associations, ...rest);
		const { answer } = await ask('watch', { ports: { store: { ...store, writer: { ...store.writer, updateByAssociations } } } });
		expect([failureOf(answer), store.records.size]).toEqual([{ kind: 'hostSilent' }, 0]);
	});

	test.each<[string, WatchPorts['schedule'], Failure]>([
		['says no', async () => Promise.resolve(false), { kind: 'notKept', permission: 'scheduler' }],
		['fails', async () => Promise.reject(new Error('CANARY')), { kind: 'hostSilent' }],
	])('without an engine that calls the app keeps nothing: it %s', async (_, schedule, failure) => {
		const { answer, watched, rows } = await ask('watch', { ports: { schedule } });
		expect(failureOf(answer)).toEqual(failure);
		expect([watched, rows]).toEqual([undefined, undefined]);
	});
});

test.each(['unwatch', 'changes'] as const)('%s: only of a room that is watched', async (action) => {
	expect(failureOf((await ask(action)).answer)).toEqual({ kind: 'notWatched' });
});

describe('unwatch', () => {
	test('ends it, whoever began, and even where watching is switched off', async () => {
		const world = { watch: watchOf({ by: 'mo' }), before: look(['a']), settings: { watch_interval: 'off' } };
		const { answer, watched, rows } = await ask('unwatch', world);
		expect(valueOf(answer)).toEqual({ kind: 'off', by: 'li' });
		expect([watched, rows]).toEqual([undefined, undefined]);
	});

	test('by somebody without a username names nobody', async () => {
		const { answer } = await ask('unwatch', { watch: watchOf(), typed: { caller: { id: 'li' } } });
		expect(valueOf(answer)).toEqual({ kind: 'off', by: '' });
	});
});

describe('changes', () => {
	const watch = watchOf();

	test('tells what changed since the room was told; it stays untold there', async () => {
		const before = look([]);
		const { answer, watched, rows } = await ask('changes', { watch, before });
		expect(valueOf(answer)).toMatchObject({
			...{ kind: 'changes', place: { id: 'R1' }, watch, more: 0, isAnew: false },
			changes: [{ kind: 'new', row: keptOf('a') }],
		});
		expect([watched, rows]).toEqual([watch, before]);
	});

	test('tells how many are not watched', async () => {
		const many = Array.from({ length: 502 }, (_, index) => record(String(index)));
		const { answer } = await ask('changes', { watch, before: look([]), source: success(serverWith(many).source) });
		expect(valueOf(answer)).toMatchObject({ more: 2 });
	});

	test.each([
		[true, ['gone b'], 0],
		[false, [], 1],
	])('tells what is gone only where the token’s user sees all, else how many are not seen: %j', async (sees, told, unseen) => {
		const source = success(serverWith([record('a')], { sees }).source);
		const answer = valueOf((await ask('changes', { watch, before: look(['a', 'b']), source })).answer);
		expect(answer).toMatchObject({ unseen });
		expect(answer.kind === 'changes' && answer.changes.map(({ kind, row }) => `${kind} ${row.id}`)).toEqual(told);
	});

	test.each<[string, Snapshot | undefined]>([
		['another server was asked', look([], { view: 'other' })],
		['nothing is known of before', undefined],
	])('begins anew where %s', async (_, before) => {
		const { answer } = await ask('changes', { watch, ...(before && { before }) });
		expect(valueOf(answer)).toMatchObject({ changes: [], isAnew: true });
	});

	test('does not begin anew where what reaches all rooms counts no longer', async () => {
		const { answer } = await ask('changes', { watch, before: look([]), settings: { include_global: false } });
		expect(valueOf(answer)).toMatchObject({ changes: [{ kind: 'new', row: { id: 'a' } }], isAnew: false });
	});

	test('tells no findings as gone where nobody could be looked up', async () => {
		const before = look([], { rows: [keptOf('a', { findings: ['posterMissing'] })] });
		const { answer } = await ask('changes', { watch, before, ports: { users: silentUsers } });
		expect(valueOf(answer)).toMatchObject({ changes: [], isAnew: false });
	});

	test.each<[string, Result<Source>, string]>([
		['no server is set', fail({ kind: 'settingsMissing', settings: ['auth_token'] }), 'settingsMissing'],
		['the server gives no list', success(serverWith({ kind: 'forbidden' }).source), 'forbidden'],
	])('fails where %s', async (_, source, failure) => {
		expect(failureOf((await ask('changes', { watch, source })).answer).kind).toBe(failure);
	});
});
