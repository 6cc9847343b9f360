/** The engine's persistence, as far as the app uses it, in memory. */
import type { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import type { StorePorts } from '../../lib/watch/store';

export interface MemoryStore extends StorePorts {
	readonly records: Map<string, object[]>;
}

function keyOf(associations: readonly RocketChatAssociationRecord[]): string {
	return associations.map((one) => `${one.getModel()} ${one.getID()}`).join('|');
}

/**
 * Reading and removing ask only that the associations are among those of a record; writing, that they are the same. It writes over one
 * record of several, and makes one where there is none only if that is asked for.
 */
export function memoryStore(): MemoryStore {
	const records = new Map<string, object[]>();
	const matching = (associations: readonly RocketChatAssociationRecord[]): string[] =>
		[...records.keys()].filter((key) => associations.every((one) => key.split('|').includes(keyOf([one]))));
	const read = async (associations: RocketChatAssociationRecord[]): Promise<object[]> =>
		Promise.resolve(structuredClone(matching(associations).flatMap((key) => records.get(key) ?? [])));
	const remove = async (associations: RocketChatAssociationRecord[]): Promise<object[]> => {
		const keys = matching(associations);
		keys.forEach((key) => records.delete(key));
		return Promise.resolve([]);
	};
	return {
		records,
		reader: { readByAssociation: async (one) => read([one]), readByAssociations: read },
		writer: {
			updateByAssociations: async (associations, data, upsert) => {
				const [first, ...others] = records.get(keyOf(associations)) ?? [];
				if (first || upsert) {
					records.set(keyOf(associations), [structuredClone(data), ...others]);
				}
				return Promise.resolve('id');
			},
			removeByAssociation: async (one) => remove([one]),
			removeByAssociations: remove,
		},
	};
}
