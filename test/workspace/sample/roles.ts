import { roleIds } from './ids';

const BUILT_IN = [
	'admin',
	'moderator',
	'leader',
	'owner',
	'user',
	'bot',
	'app',
	'guest',
	'anonymous',
	'livechat-agent',
	'livechat-manager',
];

/** Built-in roles have their name for an id, custom ones do not. */
export const roles: { id: string; name: string }[] = [
	...BUILT_IN.map((name) => ({ id: name, name })),
	{ id: roleIds.integrationViewer, name: 'Integration Viewer' },
	{ id: roleIds.integrationsReader, name: 'Integrations Reader' },
	{ id: roleIds.webhookMaker, name: 'Webhook Maker' },
];

/** The server's defaults, and what the custom roles were given. The viewer's role holds nothing: it only lets people ask the app. */
export const permissions: Record<string, string[]> = {
	'manage-incoming-integrations': ['admin', roleIds.integrationsReader],
	'manage-outgoing-integrations': ['admin', roleIds.integrationsReader],
	'manage-own-incoming-integrations': [roleIds.webhookMaker],
	'manage-own-outgoing-integrations': [roleIds.webhookMaker],
	'api-bypass-rate-limit': ['admin', 'bot', 'app'],
	'create-personal-access-tokens': ['admin', 'user'],
	'manage-apps': ['admin'],
	'view-c-room': ['admin', 'user', 'bot', 'app', 'anonymous'],
	'post-readonly': ['admin', 'owner', 'moderator'],
	'mention-all': ['admin', 'owner', 'moderator', 'user'],
	'mention-here': ['admin', 'owner', 'moderator', 'user'],
	'message-impersonate': ['bot', 'app'],
};
