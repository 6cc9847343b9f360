import type { IntegrationDocument, Message } from '../model';
import { brokenScript, createdBy, incoming, outgoing, script, secret, target } from './documents';
import { roomIds, userIds } from './ids';

const channel = ['#troubles'];
const gone = { _id: 'gone4Xt7Rb2Wq9Lm5', username: 'gina' };

/** What the server does today, and did not do, or did otherwise, when older records were made. */
const fromToday: IntegrationDocument[] = [
	incoming('trScriptChange001', '2024-04-17T00:00:00.000Z', channel, {
		name: 'Script will change with 9.0',
		...script('tr-old'),
		skipTranspile: false,
	}),
	outgoing('trNeverFires00001', '2024-04-17T01:00:00.000Z', channel, { name: 'Never fires', triggerWords: ['', '!never'] }),
	incoming('trShownName000001', '2024-04-17T02:00:00.000Z', ['#Troubles'], { name: 'Shown name' }),
	outgoing('trUnusable0000001', '2024-04-17T03:00:00.000Z', channel, {
		name: 'Unusable target',
		triggerWords: ['!call'],
		urls: [`token://${secret('url', 'tr')}/x`],
	}),
	incoming('trPosterMuted0001', '2024-04-17T04:00:00.000Z', channel, {
		name: 'Poster muted',
		userId: userIds.monitor,
		username: 'monitor',
	}),
	incoming('trPosterLacks0001', '2024-04-17T05:00:00.000Z', channel, {
		name: 'Poster not permitted',
		userId: userIds.li,
		username: 'li',
	}),
	outgoing('trTargetGone00001', '2024-04-17T06:00:00.000Z', channel, {
		name: 'Target gone',
		enabled: false,
		triggerWords: ['!gone'],
	}),
	outgoing('trAnswersItself01', '2024-04-17T07:00:00.000Z', channel, { name: 'Answers itself', targetRoom: '#troubles' }),
	outgoing('trEmptyAnswer0001', '2024-04-04T01:00:00.000Z', channel, { name: 'Empty answer', triggerWords: ['!empty'] }),
];

/** One of each, in a public channel of its own; its name says what is wrong. What a private group adds is in `unnamed`. */
export const troubles: IntegrationDocument[] = [
	incoming('trScriptFailed001', '2024-04-01T00:00:00.000Z', channel, { name: 'Script failed', ...brokenScript('tr') }),
	incoming('trNotCompiled0001', '2024-04-02T00:00:00.000Z', channel, {
		name: 'Script not compiled',
		...script('tr-new'),
		scriptCompiled: undefined,
	}),
	outgoing('trNoTarget0000001', '2024-04-03T00:00:00.000Z', channel, { name: 'No target', triggerWords: ['!none'], urls: [] }),
	outgoing('trRunFailed000001', '2024-04-04T00:00:00.000Z', channel, { name: 'Run failed', triggerWords: ['!run'] }),
	incoming('trPosterMissing01', '2024-04-05T00:00:00.000Z', channel, {
		name: 'Poster missing',
		userId: gone._id,
		username: gone.username,
	}),
	incoming('trPosterInactive1', '2024-04-06T00:00:00.000Z', channel, {
		name: 'Poster inactive',
		userId: userIds.dora,
		username: 'dora',
	}),
	incoming('trPosterRenamed01', '2024-04-07T00:00:00.000Z', channel, {
		name: 'Poster renamed',
		userId: userIds.monitor,
		username: 'watchdog',
	}),
	incoming('trCreatorMissing1', '2024-04-08T00:00:00.000Z', channel, { name: 'Creator missing', _createdBy: gone }),
	incoming('trCreatorInactive', '2024-04-09T00:00:00.000Z', channel, { name: 'Creator inactive', _createdBy: createdBy('dora') }),
	outgoing('trPlainHttp000001', '2024-04-10T00:00:00.000Z', channel, {
		name: 'Plain http',
		triggerWords: ['!plain'],
		urls: [`http://plain.example.com/${secret('path', 'tr-plain')}`],
	}),
	outgoing('trEveryMessage001', '2024-04-11T00:00:00.000Z', channel, { name: 'Every message' }),
	incoming('trRedirectable001', '2024-04-12T00:00:00.000Z', channel, {
		name: 'Redirectable',
		overrideDestinationChannelEnabled: true,
	}),
	outgoing('trImpersonates001', '2024-04-13T00:00:00.000Z', channel, {
		name: 'Impersonates',
		triggerWords: ['!echo'],
		impersonateUser: true,
		_createdBy: createdBy('mo'),
	}),
	incoming('trDisabled0000001', '2024-04-14T00:00:00.000Z', channel, {
		name: 'Disabled',
		enabled: false,
		_updatedAt: '2025-03-02T08:00:00.000Z',
	}),
	outgoing('trSameWords000001', '2024-04-15T00:00:00.000Z', channel, { name: 'Same words', triggerWords: ['!echo twice'] }),
	outgoing('trSameTarget00001', '2024-04-16T00:00:00.000Z', channel, {
		name: 'Same target',
		triggerWords: ['!same'],
		urls: [target('same.example.com', 'tr-same'), target('same.example.com', 'tr-same')],
	}),
	...fromToday,
	incoming('trNothing00000001', '2024-04-18T00:00:00.000Z', channel, { name: 'Nothing wrong' }),
];

/** A message as an incoming webhook posts it: with the integration's id, and a text that is nobody else's business. */
function posted(index: number, integration: string, createdAt: Date): Message {
	return {
		id: `webhookMessage${String(index).padStart(3, '0')}`,
		roomId: roomIds.troubles,
		senderId: userIds.cat,
		text: `Build ${String(index)} ${secret('message', String(index))}`,
		createdAt,
		bot: { i: integration },
	};
}

const hour = 3_600_000;

/** What was posted into the channel before now, by one of these, and by one that is in no list any more. */
export function webhookMessages(now: number): Message[] {
	return [
		posted(1, 'trNothing00000001', new Date(now - 50 * hour)),
		posted(2, 'trDeleted00000001', new Date(now - 26 * hour)),
		posted(3, 'trNothing00000001', new Date(now - 3 * hour)),
	];
}
