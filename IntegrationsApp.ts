import type {
	IAppInstallationContext,
	IAppUninstallationContext,
	IConfigurationExtend,
	IHttp,
	IModify,
	IPersistence,
	IRead,
} from '@rocket.chat/apps-engine/definition/accessors';
import { App } from '@rocket.chat/apps-engine/definition/App';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type {
	IUIKitInteractionHandler,
	IUIKitResponse,
	UIKitActionButtonInteractionContext,
	UIKitBlockInteractionContext,
	UIKitViewCloseInteractionContext,
	UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { IntegrationsButtons } from './commands/IntegrationsButtons';
import { IntegrationsCommand } from './commands/IntegrationsCommand';
import { createMemory, forgetAnswers } from './commands/memory';
import { forgetRooms, registerRounds } from './commands/schedule';
import { WatchedRooms } from './commands/WatchedRooms';
import { registerMenus } from './commands/registerMenus';
import { welcome } from './commands/welcome';
import { hostSettings } from './lib/settings';

/** The app that the engine starts: holds the memory and registers settings and command; all logic is in `commands/` and `lib/`. */
export class IntegrationsApp extends App implements IUIKitInteractionHandler {
	private readonly memory = createMemory();

	private readonly buttons = new IntegrationsButtons(this.memory);

	private readonly watched = new WatchedRooms(this.memory);

	/**
	 * Must return nothing: the engine then stores the setting as it was typed. A returned setting would be written into the
	 * app's log, the token included (docs/threat-model.md, "What the app holds").
	 */
	public override async onPreSettingUpdate(): Promise<ISetting> {
		// eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the engine takes undefined, though its type does not say so
		return Promise.resolve(undefined as unknown as ISetting);
	}

	/** Called on every server of the workspace after a setting was stored: what is remembered may no longer be true. */
	public override async onSettingUpdated(): Promise<void> {
		forgetAnswers(this.memory);
		return Promise.resolve();
	}

	public override async onInstall(
		{ user }: IAppInstallationContext,
		read: IRead,
		_http: IHttp,
		_persistence: IPersistence,
		modify: IModify,
	): Promise<void> {
		await welcome(user, { app: this, read, modify });
	}

	/** Keeps nothing more: the server may leave a record behind. */
	public override async onUninstall(
		_context: IAppUninstallationContext,
		_read: IRead,
		_http: IHttp,
		persistence: IPersistence,
	): Promise<void> {
		await forgetRooms(persistence);
	}

	/** A click. `app: this`: the engine calls the handlers on a proxy of the app that has a logger of its own for each call. */
	public async executeBlockActionHandler(
		context: UIKitBlockInteractionContext,
		read: IRead,
		http: IHttp,
		persistence: IPersistence,
		modify: IModify,
	): Promise<IUIKitResponse> {
		return this.buttons.clicked(context, { app: this, read, http, modify, persistence });
	}

	public async executeViewSubmitHandler(
		context: UIKitViewSubmitInteractionContext,
		read: IRead,
		http: IHttp,
		persistence: IPersistence,
		modify: IModify,
	): Promise<IUIKitResponse> {
		return this.buttons.submitted(context, { app: this, read, http, modify, persistence });
	}

	/** An entry of a menu of Rocket.Chat's own. */
	public async executeActionButtonHandler(
		context: UIKitActionButtonInteractionContext,
		read: IRead,
		http: IHttp,
		persistence: IPersistence,
		modify: IModify,
	): Promise<IUIKitResponse> {
		return this.buttons.chosen(context, { app: this, read, http, modify, persistence });
	}

	/** A panel was closed: there is nothing to clean up. */
	public async executeViewClosedHandler(context: UIKitViewCloseInteractionContext): Promise<IUIKitResponse> {
		return Promise.resolve(context.getInteractionResponder().successResponse());
	}

	protected override async extendConfiguration(configuration: IConfigurationExtend): Promise<void> {
		// Before the command: when the app is switched on again, the engine still has that, and throws.
		await Promise.all([
			registerMenus(configuration.ui),
			registerRounds(configuration.scheduler, async (_job, read, modify, http, persistence) =>
				this.watched.goRound({ app: this, read, modify, http, persistence }),
			),
			...hostSettings().map(async (setting) => configuration.settings.provideSetting(setting)),
		]);
		await configuration.slashCommands.provideSlashCommand(new IntegrationsCommand(this, this.memory));
	}
}
