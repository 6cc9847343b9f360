import type { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { PersistenceBridge } from '@rocket.chat/apps-engine/server/bridges/PersistenceBridge';
import { newId } from '../identifier';

type Association = Pick<RocketChatAssociationRecord, 'getID' | 'getModel'> | { id: string; model: string };

/** One thing that an app keeps. */
export interface StoredRecord {
	readonly id: string;
	readonly appId: string;
	readonly associations: readonly { readonly id: string; readonly model: string }[];
	data: object;
}

/** From the app's process associations come as plain records. */
function plain(association: Association): { id: string; model: string } {
	if ('getID' in association) return { id: association.getID(), model: association.getModel() };
	return { id: association.id, model: association.model };
}

/** Records may come from another process. */
function isSame(one: { id: string; model: string }, other: { id: string; model: string } | undefined): boolean {
	return one.id === other?.id && one.model === other.model;
}

function refuseValue(data: unknown): void {
	if (typeof data !== 'object') throw new Error('Attempted to store an invalid data type, it must be an object.');
}

/** What apps keep, in memory. */
export class Persistence extends PersistenceBridge {
	public records: StoredRecord[] = [];

	private all(associations: Association[], appId: string): StoredRecord[] {
		const wanted = associations.map(plain);
		return this.records.filter(
			(record) => record.appId === appId && wanted.every((one) => record.associations.some((other) => isSame(one, other))),
		);
	}

	private insert(data: object, associations: Association[], appId: string): Promise<string> {
		refuseValue(data);
		const record = { id: newId(), appId, associations: associations.map(plain), data };
		this.records.push(record);
		return Promise.resolve(record.id);
	}

	/** The engine's own, too: it purges when an app is removed. */
	public override purge(appId: string): Promise<void> {
		this.records = this.records.filter((record) => record.appId !== appId);
		return Promise.resolve();
	}

	protected override create(data: object, appId: string): Promise<string> {
		return this.insert(data, [], appId);
	}

	protected override createWithAssociations(data: object, associations: Association[], appId: string): Promise<string> {
		return this.insert(data, associations, appId);
	}

	protected override readById(id: string): Promise<object> {
		return Promise.resolve(this.records.find((record) => record.id === id)?.data ?? {});
	}

	protected override readByAssociations(associations: Association[], appId: string): Promise<object[]> {
		return Promise.resolve(this.all(associations, appId).map(({ data }) => data));
	}

	protected override remove(id: string, appId: string): Promise<object | undefined> {
		const found = this.records.find((record) => record.id === id && record.appId === appId);
		this.records = this.records.filter((record) => record !== found);
		return Promise.resolve(found?.data);
	}

	protected override removeByAssociations(associations: Association[], appId: string): Promise<object[] | undefined> {
		const found = this.all(associations, appId);
		this.records = this.records.filter((record) => !found.includes(record));
		return Promise.resolve(found.map(({ data }) => data));
	}

	protected override update(): Promise<string> {
		throw new Error('Not implemented.');
	}

	/** Here the associations must be the very same, in the same order: reading asks only that they are among them. */
	protected override updateByAssociations(
		associations: Association[],
		data: object,
		upsert: boolean,
		appId: string,
	): Promise<string> {
		refuseValue(data);
		const wanted = associations.map(plain);
		const found = this.records.find(
			(record) =>
				record.appId === appId &&
				record.associations.length === wanted.length &&
				wanted.every((one, index) => isSame(one, record.associations[index])),
		);
		if (found) found.data = data;
		if (!found && upsert) return this.insert(data, associations, appId);
		return Promise.resolve(found?.id ?? '');
	}
}
