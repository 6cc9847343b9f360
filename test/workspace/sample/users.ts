import type { User } from '../model';
import { roleIds, tokens, userIds } from './ids';

function user(key: keyof typeof userIds, name: string, fields: Partial<User> = {}): User {
	return {
		id: userIds[key],
		username: key,
		name,
		roles: ['user'],
		active: true,
		type: 'user',
		language: '',
		tokens: [],
		...fields,
	};
}

export const users: User[] = [
	user('ana', 'Ana Admin', { roles: ['admin', 'user'], language: 'en', tokens: [tokens.ana] }),
	user('li', 'Li Wei'),
	user('mo', 'Mo Haddad'),
	user('lea', 'Lea Brandt'),
	user('mia', 'Mia Santos', { tokens: [tokens.mia] }),
	user('otto', 'Otto Outsider'),
	user('dora', 'Dora Departed', { active: false, tokens: [tokens.dora] }),
	user('bia', 'Bia Lima', { language: 'pt-BR' }),
	user('olga', 'Olga Petrova', { roles: ['user', roleIds.webhookMaker], tokens: [tokens.olga] }),
	user('vera', 'Vera Viewer', { roles: ['user', roleIds.integrationViewer] }),
	user('ops', 'Ops', { roles: ['admin'], tokens: [tokens.ops] }),
	user('monitor', 'Monitor', { roles: ['bot'] }),
	user('service', 'Integrations Reader', {
		username: 'integrations-reader',
		roles: ['user', roleIds.integrationsReader],
		tokens: [tokens.service],
	}),
	user('cat', 'Rocket.Cat', { username: 'rocket.cat', roles: ['bot'] }),
	user('graywolf336', 'Bradley Hilton'),
];
