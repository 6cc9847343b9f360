import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';
import { CommandBridge } from '@rocket.chat/apps-engine/server/bridges/CommandBridge';

/** What the server keeps of an app's command for its clients. */
export interface RegisteredCommand {
	readonly command: string;
	readonly appId: string;
	readonly params: string;
	readonly description: string;
	readonly permission?: string;
	readonly providesPreview: boolean;
}

const INVALID = 'Invalid Slash Command parameter provided, it must be a valid ISlashCommand object.';

/** The registry of slash commands. */
export class Commands extends CommandBridge {
	public readonly registered = new Map<string, RegisteredCommand>();
	private readonly disabled = new Map<string, RegisteredCommand>();

	protected override doesCommandExist(command: string): Promise<boolean> {
		const name = command.toLowerCase();
		return Promise.resolve(this.registered.has(name) || this.disabled.has(name));
	}

	protected override registerCommand(item: ISlashCommand, appId: string): Promise<void> {
		if (typeof item.command !== 'string' || typeof item.providesPreview !== 'boolean') throw new Error(INVALID);
		const name = item.command.toLowerCase();
		const key = (text: string): string => (text ? `app-${appId}.${text}` : '');
		this.registered.set(name, {
			command: name,
			appId,
			params: key(item.i18nParamsExample),
			description: key(item.i18nDescription),
			...(item.permission && { permission: item.permission }),
			providesPreview: item.providesPreview,
		});
		return Promise.resolve();
	}

	protected override modifyCommand(item: ISlashCommand, appId: string): Promise<void> {
		return this.registerCommand(item, appId);
	}

	private move(command: string, from: Map<string, RegisteredCommand>, to: Map<string, RegisteredCommand>): Promise<void> {
		const name = command.toLowerCase();
		const found = from.get(name);
		if (found) to.set(name, found);
		from.delete(name);
		return Promise.resolve();
	}

	protected override enableCommand(command: string): Promise<void> {
		return this.move(command, this.disabled, this.registered);
	}

	protected override disableCommand(command: string): Promise<void> {
		return this.move(command, this.registered, this.disabled);
	}

	protected override unregisterCommand(command: string): Promise<void> {
		this.registered.delete(command.toLowerCase());
		this.disabled.delete(command.toLowerCase());
		return Promise.resolve();
	}
}
