/** The first steps, which an admin is told after installing the app. */
import { type AppVersion, appSettingsPath, pageAt } from '../host/webPages';
import { type Message, toMessage } from './message';
import { linked } from './names';
import type { Translate } from './translate';

/** What links are made of. */
interface Links extends AppVersion {
	/** Without a slash at its end; empty where unknown. */
	readonly siteUrl: string;
}

/**
 * The five steps, in the reader's language. What is done as the app's own user has no link: it would lead to a token of the
 * admin's, who reads it.
 */
export function renderWelcome(links: Links, t: Translate): Message {
	const link = (text: string, path: string): string => linked(text, pageAt(links.siteUrl, path));
	return toMessage([
		t('first_head'),
		t('first_user', { link: link(t('first_user_link'), '/admin/users') }),
		t('first_role', { link: link(t('first_role_link'), '/admin/permissions') }),
		t('first_login'),
		t('first_token'),
		t('first_settings', { link: link(t('first_settings_link'), appSettingsPath(links)) }),
	]);
}
