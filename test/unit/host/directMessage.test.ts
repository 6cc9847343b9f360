import { expect, test } from '@jest/globals';
import { sendDirectMessage } from '../../../lib/host/directMessage';

test('nothing is sent to oneself: the app keeps no talk with itself', async () => {
	const app = { id: 'APP', username: 'channel-integrations.bot' } as never;
	const refuse = (): never => {
		throw new Error('asked the engine');
	};
	const ports = {
		rooms: { getById: refuse, getDirectByUsernames: refuse },
		creator: { startRoom: refuse, startMessage: refuse, finish: refuse },
	};
	await expect(sendDirectMessage('hello', { from: app, to: app }, ports)).rejects.toThrow('noDirectMessage');
});
