import { expect, test } from '@jest/globals';
import { authorOf } from '../../../lib/host/messageAuthor';

const ID = 'inNagios123456789';
const person = { id: 'MIA1', type: 'user', username: 'mia' };

function message(bot: unknown, sender: unknown = person) {
	return { text: 'CANARY', sender, _unmappedProperties_: bot === undefined ? {} : { bot } };
}

test.each<[string, unknown, unknown]>([
	['a webhook', message({ i: ID }), { by: 'integration', id: ID, name: 'mia', senderId: 'MIA1' }],
	['a webhook of which nothing else is known', message({ i: ID }, 7), { by: 'integration', id: ID, name: '', senderId: '' }],
	['a person', message(undefined), { by: 'person', name: 'mia' }],
	['an app', message(undefined, { type: 'app', username: 'poll.bot' }), { by: 'app', name: 'poll.bot' }],
	['a bot', message(undefined, { type: 'bot', username: 'rocket.cat' }), { by: 'bot', name: 'rocket.cat' }],
	['a user with the role of bots', message(undefined, { ...person, roles: ['user', 'bot'] }), { by: 'bot', name: 'mia' }],
	['roles that are none', message(undefined, { ...person, roles: 'bot' }), { by: 'person', name: 'mia' }],
	['a program that says what it is', message({ i: 'js.SDK' }), { by: 'bot', name: 'mia' }],
	['a mark that is no id', message({ i: '../../../etc/passwd' }), { by: 'bot', name: 'mia' }],
	['an empty mark', message({ i: '' }), { by: 'person', name: 'mia' }],
	['a mark of another type', message({ i: { id: ID } }), { by: 'person', name: 'mia' }],
	['a mark that is a text', message(ID), { by: 'person', name: 'mia' }],
	['nobody', message(undefined, null), { by: 'person', name: '' }],
	['a name that is none', message(undefined, { type: 'user', username: 7 }), { by: 'person', name: '' }],
	['an engine that hands no mark over', { sender: person }, { by: 'unknown' }],
	['no message', undefined, { by: 'unknown' }],
])('%s', (_, given, author) => {
	expect(authorOf(given)).toEqual(author);
});
