import type { Context } from 'hono';
import { type SSEMessage, streamSSE } from 'hono/streaming';
import { onChange } from '../host/changes';
import { entriesFor } from './entries';
import type { Inhabited } from './inhabited';
import { roomLists } from './sidebar';
import { type Interaction, showInteraction } from './views';
import { languageOf, type Visitor, visitorOf } from './visitor';

/** How much of what is told once a page has got: notices, and views that commands open. */
export interface Cursor {
	readonly notices: number;
	readonly views: number;
}

/** A page that is rendered now has everything. */
export function cursorNow({ workspace, host }: Inhabited): Cursor {
	return {
		notices: workspace.notices.length,
		views: host.bridges.interactions.opened.length,
	};
}

export function printCursor({ notices, views }: Cursor): string {
	return `${notices}.${views}`;
}

export function readCursor(text: string): Cursor {
	const [notices = 0, views = 0] = text.split('.').map(Number);
	return { notices: notices || 0, views: views || 0 };
}

/** Tells at each call what a visitor's page has not got yet. */
export function createFeed(inhabited: Inhabited, visitor: Visitor, since: Cursor, now: () => Date): () => SSEMessage[] {
	const sent = new Map<string, string>();
	let { views } = since;
	let mood: string | undefined;
	let lists: string | undefined;

	const entries = (): object[] => {
		const all = entriesFor(inhabited, visitor, since.notices, now);
		const ids = new Set(all.map(({ id }) => id));
		const gone = [...sent.keys()].filter((id) => !ids.has(id));
		const shown = all.filter(({ id, html }) => sent.get(id) !== html);
		gone.forEach((id) => sent.delete(id));
		shown.forEach(({ id, html }) => sent.set(id, html));
		return gone.length + shown.length > 0 ? [{ gone, shown }] : [];
	};

	const interactions = (): object[] => {
		const opened = inhabited.host.bridges.interactions.opened.slice(views);
		views += opened.length;
		return opened
			.filter(({ userId }) => userId === visitor.user.id)
			.map(({ interaction }) =>
				showInteraction(interaction as unknown as Interaction, languageOf(visitor.user, inhabited.workspace)),
			);
	};

	const moods = (): object[] => {
		const { mood: present = 'well' } = inhabited.workspace;
		const changed = mood !== present;
		mood = present;
		return changed ? [{ mood }] : [];
	};

	/** The app opens direct messages: they come into the sidebar by themselves. */
	const rooms = (): object[] => {
		const html = roomLists(inhabited.workspace, visitor).toString();
		const changed = lists !== html;
		lists = html;
		return changed ? [{ html }] : [];
	};

	return () => {
		const parts = { entries: entries(), interaction: interactions(), mood: moods(), rooms: rooms() };
		const events = Object.entries(parts).flatMap(([event, list]) => list.map((data) => ({ event, data: JSON.stringify(data) })));
		// A page that connects anew says where it was.
		return events.map((event) => ({ ...event, id: printCursor({ notices: since.notices, views }) }));
	};
}

/** Pushes what changes to a page, until it is closed. */
export function serveFeed(inhabited: Inhabited, now: () => Date) {
	return (context: Context): Response => {
		const query = context.req.query();
		const since = readCursor(context.req.header('last-event-id') ?? query.since ?? '');
		const next = createFeed(inhabited, visitorOf(inhabited.workspace, query), since, now);
		return streamSSE(context, async (stream) => {
			let sending = Promise.resolve();
			const push = (): void => {
				sending = sending.then(async () => {
					for (const event of next()) await stream.writeSSE(event);
				});
			};
			const stop = onChange(inhabited.workspace, push);
			const closed = new Promise<void>((resolve) => {
				stream.onAbort(resolve);
			});
			push();
			await closed;
			stop();
		});
	};
}
