import type { IConfigurationExtend } from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { IntegrationsCommand } from './commands/IntegrationsCommand';
import { hostSettings } from './lib/settings';

/** Puts the parts together; what they do is theirs. */
export class IntegrationsApp extends App {
	/**
	 * Gives nothing back, and the engine stores the setting as it was typed. What this gave back, the engine would write into
	 * the app's log: the token, too.
	 */
	public override async onPreSettingUpdate(): Promise<ISetting> {
		// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the engine allows it, its type does not
		return Promise.resolve(undefined as unknown as ISetting);
	}

	protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
		await Promise.all(hostSettings().map(async (setting) => configuration.settings.provideSetting(setting)));
		await configuration.slashCommands.provideSlashCommand(new IntegrationsCommand(this));
	}
}
