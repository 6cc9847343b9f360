/** After installing: the admin who did it is told what comes next. Whatever happens here, the app stays installed. */
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { sendDirectMessage } from '../lib/host/directMessage';
import { readLanguage, readServerSettings } from '../lib/host/workspaceSettings';
import { renderWelcome } from '../lib/messages/renderWelcome';
import { pickLocale, translator } from '../lib/messages/translate';
import { late, withTimeout } from '../lib/util/timeout';
import type { Engine } from './context';

type WelcomePorts = Omit<Engine, 'http'>;

/** The engine gives up an installation after 30 s. Milliseconds. */
const longest = 10_000;

/** Greets the admin in a direct message, in the admin's language. A failure leaves one word in the app's log. */
export async function welcome(admin: IUser, ports: WelcomePorts): Promise<void> {
	const failed = (): void => {
		ports.app.getLogger().warn({ failure: 'firstSteps' });
	};
	const greeted = await withTimeout(greet(admin, ports).catch(failed), longest, late);
	if (greeted === late) {
		failed();
	}
}

async function greet(admin: IUser, { app, read, modify }: WelcomePorts): Promise<void> {
	const serverSettings = read.getEnvironmentReader().getServerSettings();
	const [appUser, { siteUrl }, language] = await Promise.all([
		read.getUserReader().getAppUser(app.getID()),
		readServerSettings(serverSettings),
		readLanguage(serverSettings),
	]);
	if (appUser) {
		const t = translator(pickLocale([admin.settings?.preferences?.language, language]));
		const { text } = renderWelcome({ siteUrl, appId: app.getID(), version: app.getVersion() }, t);
		const ports = { rooms: read.getRoomReader(), creator: modify.getCreator() };
		await sendDirectMessage(text, { from: appUser, to: admin }, ports);
	}
}
