import type { IConfigurationExtend, IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit/IUIKitSurface';
import type {
	IUIKitInteractionHandler,
	IUIKitResponse,
	UIKitBlockInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';

/** The setting, as JSON. */
interface Work {
	readonly requests: readonly { readonly url: string; readonly headers: Record<string, string> }[];
	readonly messageLength: number;
	/** Of the panel that a click opens. */
	readonly viewLength?: number;
}

export class FloorApp extends App implements IUIKitInteractionHandler {
	protected override async extendConfiguration({ settings, slashCommands }: IConfigurationExtend): Promise<void> {
		const given = { packageValue: '', required: true, public: false, i18nLabel: 'setting_work' };
		await settings.provideSetting({ id: 'work', type: SettingType.STRING, ...given });
		await slashCommands.provideSlashCommand(new FloorCommand());
	}

	/** Opens a panel with a text, whatever was clicked. */
	public async executeBlockActionHandler(
		context: UIKitBlockInteractionContext,
		read: IRead,
		_http: IHttp,
		_persistence: IPersistence,
		modify: IModify,
	): Promise<IUIKitResponse> {
		const { user, triggerId } = context.getInteractionData();
		const { viewLength = 0 } = await readWork(read);
		const text = { type: 'mrkdwn' as const, text: 'x'.repeat(viewLength) };
		const view = {
			type: UIKitSurfaceType.CONTEXTUAL_BAR,
			title: { type: 'plain_text' as const, text: 'Floor' },
			blocks: [{ type: 'section' as const, text }],
		};
		await modify.getUiController().openSurfaceView(view, { triggerId }, user);
		return context.getInteractionResponder().successResponse();
	}
}

async function readWork(read: IRead): Promise<Work> {
	return JSON.parse((await read.getEnvironmentReader().getSettings().getValueById('work')) as string) as Work;
}

class FloorCommand implements ISlashCommand {
	public command = 'floor';
	public i18nParamsExample = '';
	public i18nDescription = 'command_floor';
	public providesPreview = false;

	public async executor(context: SlashCommandContext, read: IRead, modify: IModify, http: IHttp): Promise<void> {
		const { requests, messageLength } = await readWork(read);
		for (const { url, headers } of requests) {
			await http.get(url, { headers });
		}
		const creator = modify.getCreator();
		await creator.finish(creator.startMessage().setRoom(context.getRoom()).setText('x'.repeat(messageLength)));
	}
}
