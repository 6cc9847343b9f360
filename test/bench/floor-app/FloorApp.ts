import type { IConfigurationExtend, IHttp, IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';

/** The setting, as JSON. */
interface Work {
	readonly requests: readonly { readonly url: string; readonly headers: Record<string, string> }[];
	readonly messageLength: number;
}

export class FloorApp extends App {
	protected override async extendConfiguration({ settings, slashCommands }: IConfigurationExtend): Promise<void> {
		const given = { packageValue: '', required: true, public: false, i18nLabel: 'setting_work' };
		await settings.provideSetting({ id: 'work', type: SettingType.STRING, ...given });
		await slashCommands.provideSlashCommand(new FloorCommand());
	}
}

class FloorCommand implements ISlashCommand {
	public command = 'floor';
	public i18nParamsExample = '';
	public i18nDescription = 'command_floor';
	public providesPreview = false;

	public async executor(context: SlashCommandContext, read: IRead, modify: IModify, http: IHttp): Promise<void> {
		const setting = (await read.getEnvironmentReader().getSettings().getValueById('work')) as string;
		const { requests, messageLength } = JSON.parse(setting) as Work;
		for (const { url, headers } of requests) {
			await http.get(url, { headers });
		}
		const creator = modify.getCreator();
		await creator.finish(creator.startMessage().setRoom(context.getRoom()).setText('x'.repeat(messageLength)));
	}
}
