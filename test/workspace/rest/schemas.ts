import type { SchemaObject } from 'ajv/dist/2020';
import type { Generation } from '../model';

type Schemas = Readonly<Partial<Record<Generation, SchemaObject>>>;

const text = { type: 'string' };
const number = { type: 'number' };
const optionalText = { type: 'string', nullable: true };
const optionalNumber = { type: 'number', nullable: true };
const numberOrText = { type: ['number', 'string'], nullable: true };

/** Properties that several endpoints share. */
const paging = { offset: number, count: number, sort: text };
const removedIn9 = { query: text, fields: text };

/** A room by either of its two keys, or by both. */
const byRoom = { type: 'object', anyOf: [{ required: ['roomId'] }, { required: ['roomName'] }], additionalProperties: false };
const channel = { roomId: text, roomName: text, includeAllPublicChannels: text, ...paging };
const group = { roomId: text, roomName: text, includeAllPrivateGroups: text, ...paging };

const list = { count: numberOrText, offset: numberOrText, sort: optionalText, name: optionalText, type: optionalText };
const listUpTo8 = { type: 'object', properties: { ...list, query: optionalText }, additionalProperties: false };

const history = { id: { ...text, minLength: 1 }, offset: optionalNumber, count: optionalNumber, sort: optionalText };
const historyRules = { type: 'object', required: ['id'], additionalProperties: false };
const historyUpTo8 = { ...historyRules, properties: { ...history, query: optionalText } };

/**
 * What may stand in the query string of an endpoint, by generation; where there is no schema, the server checks nothing.
 * After the schemas of `@rocket.chat/rest-typings` 8.8.1 and those that the server itself has for the room endpoints since 8.8.0.
 */
export const querySchemas: Readonly<Record<string, Schemas>> = {
	'channels.getIntegrations': {
		'8.8': { ...byRoom, properties: { ...channel, ...removedIn9 } },
		'9': { ...byRoom, properties: channel },
		strict: published('includeAllPublicChannels'),
	},
	'groups.getIntegrations': {
		'8.8': { ...byRoom, properties: { ...group, ...removedIn9 } },
		'9': { ...byRoom, properties: group },
		strict: published('includeAllPrivateGroups'),
	},
	'integrations.list': {
		'7': listUpTo8,
		'8.8': listUpTo8,
		'9': { type: 'object', properties: list, additionalProperties: false },
		strict: listUpTo8,
	},
	'integrations.history': {
		'7': historyUpTo8,
		'8.8': historyUpTo8,
		'9': { ...historyRules, properties: history },
		strict: historyUpTo8,
	},
};

/** Exactly one of the two keys, and no paging: what rest-typings publishes, and no release has put to use. */
function published(flag: string): SchemaObject {
	return {
		oneOf: ['roomId', 'roomName'].map((key) => ({
			type: 'object',
			properties: { [key]: text, [flag]: optionalText },
			required: [key],
			additionalProperties: false,
		})),
	};
}
