/** After installing: the admin who did it is told what comes next. Whatever happens here, the app stays installed. */
import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { App } from '@rocket.chat/apps-engine/definition/App';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { renderFirstSteps, sendFirstSteps } from '../lib/firstSteps';
import { readLanguage, readServerSettings } from '../lib/serverSettings';
import { pickLocale, translator } from '../lib/strings';

/** Greets the admin in a direct message, in the admin's language. A failure leaves one word in the app's log. */
export const welcome = async (admin: IUser, app: App, read: IRead, modify: IModify): Promise<void> => {
	try {
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
	} catch {
		app.getLogger().warn({ failure: 'firstSteps' });
	}
};
