import type { IntegrationDocument } from '../model';
import { secret } from './documents';

/** The example of the page "Get Channel Integrations" in Rocket.Chat's documentation, with marked secrets. It has no `event`. */
const documented = {
	enabled: true,
	username: 'rocket.cat',
	alias: 'Guggy',
	avatar: `http://res.guggy.com/logo_128.png?${secret('avatar', 'guggy')}`,
	name: 'Guggy',
	triggerWords: ['!guggy', 'guggy', 'gif+'],
	urls: [`http://text2gif.guggy.com/guggify?${secret('query', 'guggy')}`],
	token: secret('token', 'guggy'),
	script: `const config = {color: '#ffffff'};class Script{} // ${secret('script', 'guggy')}`,
	scriptEnabled: true,
	impersonateUser: false,
	scriptCompiled: `var config={color:'#ffffff'};var Script=function(){}; // ${secret('compiled', 'guggy')}`,
	scriptError: null,
	type: 'webhook-outgoing',
	userId: 'rocket.cat',
	channel: [] as string[],
	_createdAt: '2017-01-05T17:06:05.660Z',
	_createdBy: { username: 'graywolf336', _id: 'R4jgcQaQhvvK6K3iY' },
	_updatedAt: '2017-01-05T17:06:05.660Z',
};

/** Word for word: the room endpoints do not return it, although an empty list makes it act on all public channels. */
export const documentedGuggy: IntegrationDocument = { _id: 'WMQDChpnYTRmFre9h', ...documented };

/** The same as the endpoint can return it, saved by a server of today. */
export const guggy: IntegrationDocument = {
	_id: 'Q5EBBfgGCZdyuSuNX',
	...documented,
	event: 'sendMessage',
	channel: ['all_public_channels'],
};
