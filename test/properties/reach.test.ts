import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { reachOf } from '../../lib/integrations/reach';
import type { Place } from '../../lib/integrations/room';
import { decodeIntegrations } from '../../lib/rest/decodeIntegrations';
import { groupPlace, place } from '../support/builders';

/** A stored record: what is in `channel` is anybody's guess. */
interface Stored {
	readonly type: string;
	readonly event: string | undefined;
	readonly channel: unknown;
}

const words = { channel: 'all_public_channels', group: 'all_private_groups', direct: 'all_direct_messages' } as const;

/**
 * The server's own matching, as its triggerHandler does it (`[].concat(record.channel)`, compared letter by letter), for channels and
 * private groups. Incoming webhooks post where an entry names the room.
 */
function reaches({ type, event, channel }: Stored, { id, kind, names }: Place): boolean {
	const entries: readonly unknown[] = ([] as unknown[]).concat(channel);
	const isEmpty = channel === undefined || channel === null || channel === '' || (Array.isArray(channel) && channel.length === 0);
	const named = [`#${id}`, ...names.map((name) => `#${name}`), words[kind]];
	if (type === 'webhook-outgoing' && ['roomArchived', 'roomCreated', 'userCreated'].includes(event ?? '')) {
		return true;
	}
	return (type === 'webhook-outgoing' && isEmpty && kind === 'channel') || named.some((name) => entries.includes(name));
}

const entry = fc.oneof(
	fc.constantFrom('#support', '#SUPPORT1', '#war-room', '#Support', 'support', '#support ', ' #support', '', '#', '@ana'),
	fc.constantFrom(
		'all_public_channels',
		'All_Public_Channels',
		'all_private_groups',
		'ALL_PRIVATE_GROUPS',
		'all_direct_messages',
	),
	fc.jsonValue(),
);

const stored: fc.Arbitrary<Stored> = fc.record({
	type: fc.constantFrom('webhook-incoming', 'webhook-outgoing'),
	event: fc.constantFrom('sendMessage', 'fileUploaded', 'roomCreated', undefined),
	channel: fc.oneof(entry, fc.array(entry, { maxLength: 4 }), fc.constantFrom(undefined, null, {})),
});

test('no integration is shown in a room that the server would not let it reach, whatever its channel holds', () => {
	let [shown, hidden] = [0, 0];
	fc.assert(
		fc.property(stored, fc.constantFrom(place, groupPlace), (record, where) => {
			const { integrations } = decodeIntegrations([{ _id: 'id1', name: 'Hook', enabled: true, ...record }]);
			const isShown = integrations.some((integration) => reachOf(integration, where) !== undefined);
			shown += isShown ? 1 : 0;
			hidden += isShown ? 0 : 1;
			expect(isShown && !reaches(record, where)).toBe(false);
		}),
		{ numRuns: 2000 },
	);
	expect([shown > 100, hidden > 100]).toEqual([true, true]);
});

test('every text that the server matches is shown: nothing that acts on a room is hidden', () => {
	const texts = stored.filter(({ channel }) => [channel].flat().every((one) => typeof one === 'string'));
	fc.assert(
		fc.property(texts, fc.constantFrom(place, groupPlace), (record, where) => {
			const [integration] = decodeIntegrations([{ _id: 'id1', name: 'Hook', enabled: true, ...record }]).integrations;
			expect(integration !== undefined && reachOf(integration, where) !== undefined).toBe(reaches(record, where));
		}),
		{ numRuns: 1000 },
	);
});
