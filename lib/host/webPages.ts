/** Addresses of pages of the web client, since Rocket.Chat 6.0 (`AdminRouter`, `AppsRoute.tsx`). */

/** The app, as an address names it. */
export interface AppVersion {
	readonly appId: string;
	readonly appVersion: string;
}

/** The path of the page with the app's settings. */
export function appSettingsPath({ appId, appVersion }: AppVersion): string {
	return `/marketplace/private/info/${appId}/${appVersion}/settings`;
}

/** The page at a path; empty where the workspace's address is not known (`siteUrl` is empty, or has no slash at its end). */
export function pageAt(siteUrl: string, path: string): string {
	return siteUrl === '' ? '' : `${siteUrl}${path}`;
}
