import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging';
import { AppLogStorage, AppMetadataStorage, type IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';
import { AppSourceStorage } from '@rocket.chat/apps-engine/server/storage/AppSourceStorage';
import { newId } from './identifier';

/** The records of installed apps; what goes in and out is copied, as a database would. */
export class Metadata extends AppMetadataStorage {
	private readonly items = new Map<string, IAppStorageItem>();

	public constructor() {
		super('memory');
	}

	/** By the app's id, or by that of its record: the engine uses both. */
	private item(id: string | undefined): IAppStorageItem {
		const found = [...this.items.values()].find((item) => item.id === id || item._id === id);
		if (!found) throw new Error(`No app with the id ${String(id)} is stored`);
		return found;
	}

	private change(id: string | undefined, change: Partial<IAppStorageItem>): Promise<IAppStorageItem> {
		return Promise.resolve(structuredClone(Object.assign(this.item(id), structuredClone(change))));
	}

	public override create(item: IAppStorageItem): Promise<IAppStorageItem> {
		const stored = { ...structuredClone(item), _id: newId(), createdAt: new Date(), updatedAt: new Date() };
		this.items.set(item.id, stored);
		return Promise.resolve(structuredClone(stored));
	}

	public override retrieveOne(id: string): Promise<IAppStorageItem | null> {
		return Promise.resolve(structuredClone(this.items.get(id) ?? null));
	}

	public override retrieveAll(): Promise<Map<string, IAppStorageItem>> {
		return Promise.resolve(structuredClone(this.items));
	}

	public override retrieveAllPrivate(): Promise<Map<string, IAppStorageItem>> {
		return this.retrieveAll();
	}

	public override remove(id: string): Promise<{ success: boolean }> {
		return Promise.resolve({ success: this.items.delete(id) });
	}

	/** What engines before 1.55 call instead. */
	public update(item: IAppStorageItem): Promise<IAppStorageItem> {
		return this.change(item._id, item);
	}

	public override updatePartialAndReturnDocument(item: Partial<IAppStorageItem>): Promise<IAppStorageItem> {
		return this.change(item._id, item);
	}

	public override async updateStatus(id: string, status: IAppStorageItem['status']): Promise<boolean> {
		return Boolean(await this.change(id, { status }));
	}

	public override async updateSetting(id: string, setting: ISetting): Promise<boolean> {
		return Boolean(await this.change(id, { settings: { ...this.item(id).settings, [setting.id]: setting } }));
	}

	public override async updateAppInfo(id: string, info: IAppStorageItem['info']): Promise<boolean> {
		return Boolean(await this.change(id, { info }));
	}

	public override updateMarketplaceInfo(): Promise<boolean> {
		throw new Error('The marketplace is not part of this workspace');
	}
}

/** What apps log; a test can look through all of it. */
export class Logs extends AppLogStorage {
	public readonly entries: ILoggerStorageEntry[] = [];

	public constructor() {
		super('memory');
	}

	public override storeEntries(entry: ILoggerStorageEntry): Promise<ILoggerStorageEntry> {
		this.entries.push(entry);
		return Promise.resolve(entry);
	}

	public override getEntriesFor(appId: string): Promise<ILoggerStorageEntry[]> {
		return Promise.resolve(this.entries.filter((entry) => entry.appId === appId));
	}

	public override findPaginated(): Promise<{ logs: ILoggerStorageEntry[]; total: number }> {
		return Promise.resolve({ logs: this.entries, total: this.entries.length });
	}

	public override removeEntriesFor(appId: string): Promise<void> {
		const kept = this.entries.filter((entry) => entry.appId !== appId);
		this.entries.splice(0, this.entries.length, ...kept);
		return Promise.resolve();
	}
}

/** The packages themselves. */
export class Sources extends AppSourceStorage {
	private readonly zips = new Map<string, Buffer>();

	public override store(item: IAppStorageItem, zip: Buffer): Promise<string> {
		this.zips.set(item.id, zip);
		return Promise.resolve(item.id);
	}

	public override update(item: IAppStorageItem, zip: Buffer): Promise<string> {
		return this.store(item, zip);
	}

	public override fetch(item: IAppStorageItem): Promise<Buffer> {
		const zip = this.zips.get(item.id);
		if (!zip) throw new Error(`No package of ${item.id} is stored`);
		return Promise.resolve(zip);
	}

	public override remove(item: IAppStorageItem): Promise<void> {
		this.zips.delete(item.id);
		return Promise.resolve();
	}
}
