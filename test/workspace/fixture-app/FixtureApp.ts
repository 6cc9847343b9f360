import type { IConfigurationExtend } from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import { ProbeCommand } from './commands/ProbeCommand';

export class FixtureApp extends App {
	protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
		await configuration.settings.provideSetting({
			id: 'greeting',
			type: SettingType.STRING,
			packageValue: 'hello',
			required: false,
			public: false,
			i18nLabel: 'setting_greeting',
		});
		await configuration.slashCommands.provideSlashCommand(new ProbeCommand());
	}
}
