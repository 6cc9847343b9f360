/** After installing: tells the admin who did it the next steps. Never rejects: the engine would disable the app. */
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { sendDirectMessage } from '../lib/host/directMessage';
import { readLanguage, readServerSettings } from '../lib/host/workspaceSettings';
import { renderWelcome } from '../lib/messages/renderWelcome';
import { late, withTimeout } from '../lib/util/timeout';
import { callerTranslator, type Engine } from './context';

type WelcomePorts = Omit<Engine, 'http' | 'persistence'>;

/** Milliseconds; well below the 30 s after which the engine gives up an installation. */
const longest = 10_000;

/** Sends the admin the first steps as a direct message, in the admin's language. A failure is only logged, as `firstSteps`. */
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
		const t = callerTranslator(admin, language);
		const { text } = renderWelcome({ siteUrl, appId: app.getID(), appVersion: app.getVersion() }, t);
		const ports = { rooms: read.getRoomReader(), creator: modify.getCreator() };
		await sendDirectMessage(text, { from: appUser, to: admin }, ports);
	}
}
