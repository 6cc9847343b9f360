/** After installing: the admin who did it is told what comes next. Whatever happens here, the app stays installed. */
import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { App } from '@rocket.chat/apps-engine/definition/App';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { renderFirstSteps, sendFirstSteps } from '../lib/messages/renderWelcome';
import { readLanguage, readServerSettings } from '../lib/host/workspaceSettings';
import { pickLocale, translator } from '../lib/messages/translate';
import { within } from '../lib/util/timeout';

/** The engine gives up an installation after 30 s. Milliseconds. */
const patience = 10_000;

/** Greets the admin in a direct message, in the admin's language. A failure leaves one word in the app's log. */
export async function welcome(admin: IUser, app: App, read: IRead, modify: IModify): Promise<void> {
	const failed = (): void => {
		app.getLogger().warn({ failure: 'firstSteps' });
	};
	const greeted = await within(greet(admin, app, read, modify).catch(failed), patience);
	if (greeted.late) {
		failed();
	}
}

async function greet(admin: IUser, app: App, read: IRead, modify: IModify): Promise<void> {
	const serverSettings = read.getEnvironmentReader().getServerSettings();
	const [appUser, { siteUrl }, language] = await Promise.all([
		read.getUserReader().getAppUser(app.getID()),
		readServerSettings(serverSettings),
		readLanguage(serverSettings),
	]);
	if (appUser) {
		const t = translator(pickLocale([admin.settings?.preferences?.language, language]));
		const message = renderFirstSteps({ siteUrl, appId: app.getID(), version: app.getVersion() }, t);
		await sendFirstSteps(message, admin, appUser, { rooms: read.getRoomReader(), creator: modify.getCreator() });
	}
}
