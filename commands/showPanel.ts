/** Hands a panel over to a client, past what handlers return: the engine writes that into the app's log, where no name belongs. */
import type { IModify } from '@rocket.chat/apps-engine/definition/accessors';
import { UIKitSurfaceType } from '@rocket.chat/apps-engine/definition/uikit/IUIKitSurface';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { View } from '../lib/uikit/stamp';

/** Whose client shows it. */
interface Viewer {
	readonly user: IUser;
	/** Of the client's interaction: it accepts each once. */
	readonly triggerId: string;
	/** The id of the open panel that gets new content; undefined: a new one opens. */
	readonly viewId?: string | undefined;
}

/** Opens a panel, or changes the open one. Rejects as the engine does. */
export async function showPanel(view: View, { user, triggerId, viewId }: Viewer, modify: IModify): Promise<void> {
	const ui = modify.getUiController();
	const panel = { type: UIKitSurfaceType.CONTEXTUAL_BAR, ...view };
	return viewId === undefined
		? ui.openSurfaceView(panel, { triggerId }, user)
		: ui.updateSurfaceView({ ...panel, id: viewId }, { triggerId }, user);
}
