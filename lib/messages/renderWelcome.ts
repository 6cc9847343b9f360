/** What an admin is told after installing the app: three steps, in a direct message. */
import { type Message, toMessage } from './message';
import type { Translate } from './translate';

/** Where the steps lead to. */
interface Links {
	/** Without a slash at its end; empty where unknown: then there are no links. */
	readonly siteUrl: string;
	readonly appId: string;
	readonly version: string;
}

/** The three steps, in the reader's language (server-contract.md, section 6, for the paths). */
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
