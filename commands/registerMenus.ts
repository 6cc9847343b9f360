/** Registers the app's entries in Rocket.Chat's own menus. Without the permission for it nothing happens, and the rest works. */
import type { IUIExtend } from '@rocket.chat/apps-engine/definition/accessors';
import type { IUIActionButtonDescriptor } from '@rocket.chat/apps-engine/definition/ui';
import { menuEntries } from '../lib/uikit/menuEntries';

/** Rejects as the engine does, which answers with a promise, though its type does not say so. */
export async function registerMenus(ui: IUIExtend): Promise<void> {
	const engine: { readonly registerButton: (entry: IUIActionButtonDescriptor) => unknown } = ui;
	await Promise.all(menuEntries.map(async (entry) => Promise.resolve(engine.registerButton(entry))));
}
