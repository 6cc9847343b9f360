import type { IUIKitInteraction } from '@rocket.chat/apps-engine/definition/uikit';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { UiInteractionBridge } from '@rocket.chat/apps-engine/server/bridges/UiInteractionBridge';
import type { Workspace } from '../../model';
import { announceChange } from '../changes';

/** A view that the app opened, or changed, for one person. */
export interface OpenedView {
	readonly userId: string;
	readonly interaction: IUIKitInteraction;
}

/** What the app asks clients to show. */
export class Interactions extends UiInteractionBridge {
	public readonly opened: OpenedView[] = [];

	public constructor(private readonly workspace: Workspace) {
		super();
	}

	protected override notifyUser(user: IUser, interaction: IUIKitInteraction): Promise<void> {
		this.opened.push({ userId: user.id, interaction });
		announceChange(this.workspace);
		return Promise.resolve();
	}
}
