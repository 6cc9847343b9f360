import type { Context, NotFoundHandler } from 'hono';
import type { Inhabited } from './inhabited';
import { layout } from './layout';
import { markup } from './markup';
import { sentences } from './sentences';

/** The page that the app's links in Rocket.Chat's administration lead to. */
function isAppSettings(path: string, appId: string): boolean {
	return path.startsWith('/marketplace/') && path.includes(`/${appId}/`);
}

/** Answers for the pages that Rocket.Chat has and a stand-in has not: the app links to some of them. */
export function elsewhere({ appId }: Inhabited): NotFoundHandler {
	return (context: Context) => {
		const { path } = context.req;
		if (isAppSettings(path, appId)) return context.redirect('/settings');
		const body = markup`<main class="elsewhere"><p>${sentences.elsewhere(path)}</p><p><a href="/">${sentences.backToRoom}</a></p></main>`;
		return context.html(layout({ title: sentences.elsewhere(path), body }), 404);
	};
}
