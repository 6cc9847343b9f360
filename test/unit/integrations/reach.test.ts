import { describe, expect, test } from '@jest/globals';
import { reachOf } from '../../../lib/integrations/reach';
import { directPlace, groupPlace, incoming, outgoing, place } from '../../support/builders';
import type { Place } from '../../../lib/integrations/room';

const shown: Place = { ...place, shownName: 'Customer care' };

describe('one integration for each reason', () => {
	test.each([
		['named', 'here', place, incoming({ channels: ['#support'] })],
		['named', 'here', groupPlace, outgoing({ channels: ['#war-room'] })],
		['namedById', 'here', place, incoming({ channels: ['#SUPPORT1'] })],
		['namedById', 'here', groupPlace, outgoing({ channels: ['#WAR1'] })],
		['answersHere', 'here', place, outgoing({ channels: ['#sales'], targetRoom: '#support' })],
		['answersHere', 'here', place, outgoing({ channels: ['#sales'], targetRoom: 'SUPPORT1' })],
		['answersHere', 'here', groupPlace, outgoing({ channels: [], event: 'userCreated', targetRoom: '#war-room' })],
		['publicChannels', 'everywhere', place, outgoing({ channels: ['all_public_channels'] })],
		['privateGroups', 'everywhere', groupPlace, outgoing({ channels: ['all_private_groups'] })],
		['directMessages', 'everywhere', directPlace, outgoing({ channels: ['all_direct_messages'] })],
		['noChannel', 'everywhere', place, outgoing({ channels: [] })],
		['noChannel', 'everywhere', place, outgoing({ channels: [], event: 'fileUploaded' })],
		['redirectable', 'remote', place, incoming({ channels: ['#sales'], redirectable: true })],
		['redirectable', 'remote', groupPlace, incoming({ channels: [], redirectable: true })],
		['workspaceEvent', 'remote', place, outgoing({ channels: [], event: 'roomCreated' })],
		['workspaceEvent', 'remote', place, outgoing({ channels: [], event: 'roomArchived' })],
		['workspaceEvent', 'remote', groupPlace, outgoing({ channels: [], event: 'userCreated' })],
		['workspaceEvent', 'remote', place, outgoing({ channels: ['#support', '#sales'], event: 'roomCreated' })],
		['shownName', 'here', shown, incoming({ channels: ['#Customer care'] })],
		['shownName', 'here', shown, outgoing({ channels: ['#Customer care', '#sales'] })],
	] as const)('%s, %s', (reason, part, where, integration) => {
		expect(reachOf(integration, where)).toMatchObject({ reason, part });
	});
});

describe('what does not reach the room', () => {
	test.each<[string, Place, ReturnType<typeof incoming> | ReturnType<typeof outgoing>]>([
		['another name', place, incoming({ channels: ['#support-2'] })],
		['the name in capitals, which the server does not fold', place, incoming({ channels: ['#Support'] })],
		['the name without its sign', place, incoming({ channels: ['support'] })],
		['a person of that name', place, incoming({ channels: ['@support'] })],
		['all rooms of another kind', place, outgoing({ channels: ['all_private_groups', 'all_direct_messages'] })],
		['public channels, from a private group', groupPlace, outgoing({ channels: ['all_public_channels'] })],
		['no channel, from a private group', groupPlace, outgoing({ channels: [] })],
		['no channel, from a direct message', directPlace, outgoing({ channels: [] })],
		['a word for all rooms in capitals, which the server does not fold', place, outgoing({ channels: ['All_Public_Channels'] })],
		['the shown name in other capitals', shown, incoming({ channels: ['#customer care'] })],
		['no shown name', place, incoming({ channels: ['#'] })],
		['no channel, incoming', place, incoming({ channels: [] })],
		['answers elsewhere', place, outgoing({ channels: ['#sales'], targetRoom: '#sales' })],
		['a sign within the name of the room', place, outgoing({ channels: ['#sales'], targetRoom: 'sup#port' })],
		['no target room, where the room has no name', { ...groupPlace, names: [''] }, outgoing({ channels: ['#sales'] })],
		['an empty target room', directPlace, outgoing({ channels: ['#sales'], targetRoom: '' })],
	])('%s', (_, where, integration) => {
		expect(reachOf(integration, where)).toBeUndefined();
	});
});

describe('of several reasons the nearest counts, and the other places are kept', () => {
	test.each([
		[['#support', '#sales', '@ana'], 'named', ['#sales', '@ana']],
		[['#support', '', ' '], 'named', []],
		[['#SUPPORT1', '#support'], 'named', []],
		[['All_Public_Channels', '#support'], 'named', []],
		[['#SUPPORT1', 'all_public_channels'], 'namedById', []],
		[['all_public_channels', 'all_direct_messages'], 'publicChannels', ['all_direct_messages']],
	])('%j', (channels, reason, elsewhere) => {
		expect(reachOf(outgoing({ channels }), place)).toMatchObject({ reason, elsewhere });
	});

	test.each([
		['named', incoming({ redirectable: true })],
		['answersHere', outgoing({ channels: ['all_public_channels'], targetRoom: '#support' })],
		['workspaceEvent', outgoing({ channels: ['#support', 'all_public_channels'], event: 'roomCreated' })],
		['answersHere', outgoing({ channels: [], event: 'userCreated', targetRoom: '#support' })],
	])('%s', (reason, integration) => {
		expect(reachOf(integration, place)).toMatchObject({ reason });
	});
});

test.each([
	['it listens elsewhere', outgoing({ channels: ['#sales'], targetRoom: '#support' }), true],
	['events of the workspace trigger it', outgoing({ channels: [], event: 'userCreated', targetRoom: '#support' }), true],
	[
		'it names the shown name, by which it hears nothing',
		outgoing({ channels: ['#Customer care'], targetRoom: '#support' }),
		true,
	],
	[
		'it names the shown name, and listens here',
		outgoing({ channels: ['#Customer care', '#SUPPORT1'], targetRoom: '#support' }),
		undefined,
	],
	['it listens here, too', outgoing({ channels: ['#support'], targetRoom: '#support' }), undefined],
	['it listens in all such rooms', outgoing({ channels: ['all_public_channels'], targetRoom: '#support' }), undefined],
	['it has no channel', outgoing({ channels: [], targetRoom: '#support' }), undefined],
	['events of the workspace trigger it, and it answers elsewhere', outgoing({ channels: [], event: 'userCreated' }), undefined],
])('whether it only answers here: %s', (_, integration, answersOnly) => {
	expect(reachOf(integration, shown)?.answersOnly).toBe(answersOnly);
});

describe('a discussion goes by its slug and by its shown name', () => {
	const discussion: Place = { ...groupPlace, title: 'Deploy failed', names: ['aBcD1234', 'Deploy failed'] };
	test.each([
		['#Deploy failed', 'named'],
		['#aBcD1234', 'named'],
		['#WAR1', 'namedById'],
	])('%s', (channel, reason) => {
		expect(reachOf(incoming({ channels: [channel] }), discussion)).toMatchObject({ reason });
	});
});

describe('a direct message of ana and li', () => {
	const li = { userId: 'LI1', username: 'li' };
	test.each([
		['incoming for ana, as li', incoming({ ...li, channels: ['@ana'] }), 'named'],
		['by ids', incoming({ ...li, channels: ['@ANA1'] }), 'named'],
		['as li, whose name has changed since', incoming({ userId: 'LI1', username: 'lisa', channels: ['@ana'] }), 'named'],
		['as li, of whom only the name is known', incoming({ userId: '', username: 'li', channels: ['@ana'] }), 'named'],
		['incoming for ana, as somebody else', incoming({ channels: ['@ana'] }), undefined],
		['incoming for ana, as ana', incoming({ userId: 'ANA1', username: 'ana', channels: ['@ana'] }), undefined],
		['incoming for otto, as li', incoming({ ...li, channels: ['@otto'] }), undefined],
		['incoming as li, redirectable', incoming({ ...li, channels: ['#sales'], redirectable: true }), 'redirectable'],
		['incoming as somebody else, redirectable', incoming({ channels: ['#sales'], redirectable: true }), undefined],
		['answers to ana, as li', outgoing({ ...li, channels: ['#sales'], targetRoom: '@ana' }), 'answersHere'],
		['answers to ana, as somebody else', outgoing({ channels: ['#sales'], targetRoom: '@ana' }), undefined],
		['outgoing of ana', outgoing({ channels: ['@ana'] }), 'named'],
		['outgoing of li, by id', outgoing({ channels: ['@LI1'] }), 'named'],
		['outgoing of ana, without the sign', outgoing({ channels: ['ana'] }), undefined],
		['outgoing of a name with a sign in it', outgoing({ channels: ['@a@na'] }), undefined],
		['outgoing of otto', outgoing({ channels: ['@otto'] }), undefined],
		['outgoing of all direct messages', outgoing({ channels: ['all_direct_messages'] }), 'directMessages'],
		['outgoing of ana and of all', outgoing({ channels: ['all_direct_messages', '@ana'] }), 'named'],
		['outgoing of all public channels', outgoing({ channels: ['all_public_channels'] }), undefined],
		['an event without a channel', outgoing({ channels: [], event: 'userCreated' }), undefined],
	])('%s', (_, integration, reason) => {
		expect(reachOf(integration, directPlace)?.reason).toBe(reason);
	});

	test('a third person makes it another message', () => {
		const three: Place = { ...directPlace, people: [...directPlace.people, { id: 'OTTO1', username: 'otto' }] };
		expect(reachOf(incoming({ ...li, channels: ['@ana'] }), three)).toBeUndefined();
	});

	test('a person whose name is not known is nobody in particular', () => {
		const unknown: Place = {
			...directPlace,
			people: [
				{ id: 'ANA1', username: 'ana' },
				{ id: 'GONE1', username: '' },
			],
		};
		expect(reachOf(incoming({ userId: 'CAT1', username: '', channels: ['@ana'] }), unknown)).toBeUndefined();
	});
});
