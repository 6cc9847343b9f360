import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { ServerSettingBridge } from '@rocket.chat/apps-engine/server/bridges/ServerSettingBridge';
import type { Workspace } from '../../model';
import { absent } from './absent';

/** Hands server settings out, unless they are secret. */
export class ServerSettings extends ServerSettingBridge {
	public constructor(private readonly workspace: Workspace) {
		super();
	}

	private readable(id: string): boolean {
		return Object.hasOwn(this.workspace.settings, id) && !this.workspace.secretSettings?.includes(id);
	}

	private refuseSecret(id: string): void {
		if (!this.readable(id)) throw new Error(`The setting "${id}" is not readable.`);
	}

	protected override getOneById(id: string): Promise<ISetting> {
		this.refuseSecret(id);
		const value = this.workspace.settings[id];
		const type = typeof value === 'number' ? 'int' : typeof value;
		const setting: Record<string, unknown> = { id, type, packageValue: value, value, public: true, hidden: false, i18nLabel: id };
		return Promise.resolve(setting as unknown as ISetting);
	}

	protected override isReadableById(id: string): Promise<boolean> {
		return Promise.resolve(this.readable(id));
	}

	protected override updateOne(setting: ISetting): Promise<void> {
		this.refuseSecret(setting.id);
		this.workspace.settings[setting.id] = setting.value as unknown;
		return Promise.resolve();
	}

	protected override getAll = absent('ServerSetting.getAll');
	protected override hideGroup = absent('ServerSetting.hideGroup');
	protected override hideSetting = absent('ServerSetting.hideSetting');
	protected override incrementValue = absent('ServerSetting.incrementValue');
}
