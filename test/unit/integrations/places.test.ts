import { describe, expect, test } from '@jest/globals';
import type { KnownPlace, KnownRoom, Places } from '../../../lib/integrations/evidence';
import { answersItself, singlePlaces, toWorkspaceRow } from '../../../lib/integrations/places';
import { incoming, outgoing } from '../../support/builders';

test.each([
	['an incoming one', incoming({ channels: ['#a', '@ana', ' '] }), ['#a', '@ana']],
	['an incoming one without channels', incoming({ channels: [] }), []],
	['an outgoing one', outgoing({ channels: ['#a', 'all_direct_messages'] }), ['#a', 'all_direct_messages']],
	['one that answers elsewhere', outgoing({ channels: ['#a'], targetRoom: 'b' }), ['#a', '#b']],
	['one that answers where it listens', outgoing({ channels: ['#a'], targetRoom: '#a' }), ['#a']],
	['one that answers where a sign stands in the name', outgoing({ channels: ['#a'], targetRoom: 'b#c' }), ['#a', '#b#c']],
	['one that answers somebody', outgoing({ channels: ['#a'], targetRoom: '@ana' }), ['#a', '@ana']],
	['an outgoing one without channels', outgoing({ channels: [] }), ['all_public_channels']],
	['an event of the workspace', outgoing({ event: 'userCreated', channels: ['#a'], targetRoom: '#b' }), ['#b']],
])('%s serves', (_, integration, places) => {
	expect(toWorkspaceRow(integration)).toEqual({
		integration,
		reach: { reason: 'workspace', part: 'here', elsewhere: places },
	});
});

test('single rooms and people', () => {
	expect(singlePlaces(['#a', 'all_public_channels', '@ana', '#', 'b', 'b#c', 'All_Public_Channels'])).toEqual(['#a', '@ana']);
});

function known(id: string, kind: KnownRoom['kind']): KnownRoom {
	return { there: true, id, kind, discussion: false, muted: [], encrypted: false };
}

describe('whether it listens where its answers go', () => {
	const places: Places = new Map<string, KnownPlace>([
		['#a', known('A', 'channel')],
		['#A', known('A', 'channel')],
		['#g', known('G', 'group')],
		['@A', { there: true, id: 'A', kind: 'person' }],
		['#old', { there: false }],
	]);
	test.each([
		[['#a'], 'a', true],
		[['#a'], '#A', true],
		[['#b'], '#b', true],
		[['#b'], '#a', false],
		[['all_public_channels'], 'a', true],
		[[], '#a', true],
		[['all_public_channels'], 'g', false],
		[['all_private_groups'], 'g', true],
		[['all_public_channels'], '#unknown', false],
		[['#a'], '@A', false],
		[['@A'], '@A', true],
		[['#b', '#a'], '#A', true],
		[['#g'], '#a', false],
		[['#old'], '#other', false],
		[['#a'], '', false],
	])('%j, answering in %j: %j', (channels, targetRoom, itself) => {
		expect(answersItself(outgoing({ channels, targetRoom }), places)).toBe(itself);
	});
	test('an incoming one has no answers', () => {
		expect(answersItself(incoming({ channels: ['#a'] }), places)).toBe(false);
	});
});
