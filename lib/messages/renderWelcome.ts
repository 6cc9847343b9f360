/** The first steps, which an admin is told after installing the app. */
import { type Message, toMessage } from './message';
import type { Translate } from './translate';

/** What links are made of. */
interface Links {
	/** Without a slash at its end; empty where unknown: then words are bold instead of links. */
	readonly siteUrl: string;
	readonly appId: string;
	readonly version: string;
}

/** The three steps, in the reader's language. The paths are those of the web client (`account/routes.tsx`, `AppsRoute.tsx`), since 6.0. */
export function renderWelcome(links: Links, t: Translate): Message {
	const settingsPath = `/marketplace/private/info/${links.appId}/${links.version}/settings`;
	return toMessage([
		t('first_head'),
		t('first_token', { link: link(t('first_token_link'), links, '/account/tokens') }),
		t('first_settings', { link: link(t('first_settings_link'), links, settingsPath) }),
		t('first_status'),
	]);
}

function link(text: string, { siteUrl }: Links, path: string): string {
	return siteUrl === '' ? `**${text}**` : `[${text}](${siteUrl}${path})`;
}
