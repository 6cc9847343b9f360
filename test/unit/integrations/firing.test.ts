import { expect, test } from '@jest/globals';
import { listenerOf, type Mute, postsHere, whyNeverFires } from '../../../lib/integrations/firing';
import type { OutgoingIntegration } from '../../../lib/integrations/integration';
import { groupPlace, incoming, outgoing, place, rowsIn } from '../../support/builders';

test.each<[string, Partial<OutgoingIntegration>, Mute | undefined]>([
	['words', {}, undefined],
	['no words: every message', { triggerWords: [] }, undefined],
	['an empty word only', { triggerWords: [''] }, 'emptyWord'],
	['an empty word first', { triggerWords: ['', '!x'] }, 'emptyWord'],
	['an empty word later: what stands before it fires', { triggerWords: ['!x', ''] }, undefined],
	['a blank is no empty word', { triggerWords: [' '] }, undefined],
	['an empty word, of an event that looks at no words', { event: 'fileUploaded', triggerWords: [''] }, undefined],
	['no event', { event: '' }, 'noEvent'],
	['a channel word in other capitals', { channels: ['All_Public_Channels'] }, 'channelWords'],
	['stored with an event that looks at no channel', { event: 'roomCreated', channels: ['All_Public_Channels'] }, undefined],
	['beside a room', { channels: ['#support', 'All_Public_Channels'] }, undefined],
	['the channel word as it is', { channels: ['all_public_channels'] }, undefined],
	['a room of that name', { channels: ['#All_Public_Channels'] }, undefined],
])('why it never fires: %s', (_, fields, why) => {
	expect(whyNeverFires(outgoing(fields))).toBe(why);
});

test.each([
	['an outgoing one of this room', place, outgoing(), true],
	['of all rooms of the kind', place, outgoing({ channels: ['all_public_channels'] }), true],
	['of a room by its id', groupPlace, outgoing({ channels: ['#WAR1'] }), true],
	['no channel', place, outgoing({ channels: [] }), true],
	['without words', place, outgoing({ triggerWords: [] }), true],
	[
		'this room and another, with answers here',
		place,
		outgoing({ channels: ['#sales', '#support'], targetRoom: '#support' }),
		true,
	],
	[
		'all rooms of the kind, with answers here',
		place,
		outgoing({ channels: ['all_public_channels'], targetRoom: '#support' }),
		true,
	],
	['no channel, with answers here', place, outgoing({ channels: [], targetRoom: '#support' }), true],
	['no channel, with answers into a group', groupPlace, outgoing({ channels: [], targetRoom: '#war-room' }), false],
	['one whose first word is empty', place, outgoing({ triggerWords: [''] }), false],
	['an incoming one', place, incoming(), false],
	['another event', place, outgoing({ event: 'fileUploaded' }), false],
	['an old record without an event', place, outgoing({ event: '' }), false],
	['one that names it by its shown name', { ...place, shownName: 'help-desk' }, outgoing({ channels: ['#help-desk'] }), false],
	['one that only answers here', place, outgoing({ channels: ['#sales'], targetRoom: '#support' }), false],
	['one that only answers into a group', groupPlace, outgoing({ channels: ['#sales'], targetRoom: '#war-room' }), false],
] as const)('whether it hears the messages of the room: %s', (_, where, integration, hears) => {
	expect(rowsIn(where, [integration]).map((row) => listenerOf(row) !== undefined)).toEqual([hears]);
});

test.each([
	['an incoming one of this room', incoming(), true],
	['by the room’s id', incoming({ channels: ['#SUPPORT1'] }), true],
	['an incoming one that may be redirected here', incoming({ channels: ['#sales'], redirectable: true }), false],
	['an outgoing one that only answers here', outgoing({ channels: ['#sales'], targetRoom: '#support' }), true],
	['one that listens here', outgoing({ targetRoom: '#support' }), false],
] as const)('whether it is there to post here: %s', (_, integration, posts) => {
	expect(rowsIn(place, [integration]).map(postsHere)).toEqual([posts]);
});
