import { expect, test } from '@jest/globals';
import { reachOf } from '../../lib/reach';
import { room } from './builders';

test.each([
	[['#support'], { here: true, elsewhere: 0 }],
	[['#SUPPORT1'], { here: true, elsewhere: 0 }],
	[['#Support'], { here: false, elsewhere: 1 }],
	[['#support', '#sales', '@ana'], { here: true, elsewhere: 2 }],
	[['all_public_channels'], { here: false, everywhere: 'publicChannels', elsewhere: 0 }],
	[['All_Public_Channels', '#support'], { here: true, everywhere: 'publicChannels', elsewhere: 0 }],
	[['all_private_groups'], { here: false, everywhere: 'privateGroups', elsewhere: 0 }],
	[['all_public_channels', 'all_direct_messages'], { here: false, everywhere: 'publicChannels', elsewhere: 1 }],
	[[], { here: false, elsewhere: 0 }],
])('%j', (channels, expected) => {
	expect(reachOf({ channels }, room)).toEqual(expected);
});
