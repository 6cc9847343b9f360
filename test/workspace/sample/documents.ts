import type { IntegrationDocument } from '../model';
import { userIds } from './ids';

/** Marks every secret of the sample, so that a search for it finds a leak. It is in no name, alias, trigger word or host. */
export const CANARY = 'CANARY';

type Fields = Readonly<Record<string, unknown>>;
type Creator = keyof typeof userIds;

export function secret(kind: string, key: string): string {
	return `${CANARY}-${kind}-${key}`;
}

export function createdBy(key: Creator): { _id: string; username: string } {
	return { _id: userIds[key], username: key };
}

export function script(key: string): Fields {
	return {
		scriptEnabled: true,
		script: `// ${secret('script', key)}\nclass Script {\n\tprocess_incoming_request({ request }) {\n\t\treturn { content: request.content };\n\t}\n}`,
		scriptCompiled: `/* ${secret('compiled', key)} */ var Script = class Script {};`,
	};
}

/** A script that did not compile: its error quotes the source, as the server's transpiler does. */
export function brokenScript(key: string): Fields {
	return {
		...script(key),
		scriptCompiled: undefined,
		scriptError: {
			name: 'SyntaxError',
			message: `Unexpected token (3:12) const key = '${secret('message', key)}'`,
			stack: `SyntaxError: Unexpected token (3:12)\n  3 | const key = '${secret('stack', key)}' +;\n    at Parser.pp.raise (parser.js:24)`,
		},
	};
}

/** A target whose path and query are as good as a password. */
export function target(host: string, key: string): string {
	return `https://${host}/services/${secret('path', key)}?key=${secret('query', key)}`;
}

/** The server (`removeEmpty`) drops what is undefined before it stores a record. */
function stored(id: string, fields: Fields): IntegrationDocument {
	return {
		_id: id,
		...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
	};
}

function common(key: string, createdAt: string): Fields {
	return {
		name: '',
		enabled: true,
		username: 'rocket.cat',
		userId: 'rocket.cat',
		alias: '',
		avatar: '',
		emoji: '',
		scriptEnabled: false,
		script: '',
		token: secret('token', key),
		_createdAt: createdAt,
		_updatedAt: createdAt,
		_createdBy: createdBy('ana'),
	};
}

/** An incoming integration, which posts into its channels; fields as `IIncomingIntegration` of `@rocket.chat/core-typings`. */
export function incoming(id: string, createdAt: string, channel: readonly string[], fields: Fields): IntegrationDocument {
	const own = { type: 'webhook-incoming', channel, overrideDestinationChannelEnabled: false };
	return stored(id, { ...common(id, createdAt), ...own, ...fields });
}

/** An outgoing integration, which listens in its channels; fields as `IOutgoingIntegration` of `@rocket.chat/core-typings`. */
export function outgoing(id: string, createdAt: string, channel: readonly string[], fields: Fields): IntegrationDocument {
	const own = {
		type: 'webhook-outgoing',
		channel,
		event: 'sendMessage',
		urls: [target('hooks.example.com', id)],
		triggerWords: [],
		targetRoom: '',
		impersonateUser: false,
		retryFailedCalls: true,
		retryCount: 6,
		retryDelay: 'powers-of-ten',
		runOnEdits: true,
	};
	return stored(id, { ...common(id, createdAt), ...own, ...fields });
}
