/**
 * When each integration last posted in a room. The server marks a webhook's message with `bot: { i: <integration id> }`; the
 * engine hands it over under `_unmappedProperties_`, with all fields that it has no name for.
 */
import type { IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { Activity } from '../integrations/recentPosts';
import { isRecord } from '../util/guards';

/** The engine gives at most 100 messages a call; three calls are made. */
const [pageSize, pages] = [100, 3];

/** Reads who posted the newest 300 messages of a room; undefined where they cannot be read, or do not say who posted. Never rejects. */
export async function readRoomActivity(roomId: string, rooms: Pick<IRoomRead, 'getMessages'>): Promise<Activity | undefined> {
	return Promise.all(
		Array.from({ length: pages }, async (_, page) =>
			rooms.getMessages(roomId, {
				limit: pageSize,
				skip: page * pageSize,
				sort: { createdAt: 'desc' },
				showThreadMessages: true,
			}),
		),
	)
		.then((found) => toActivity(found.flat()))
		.catch(() => undefined);
}

function toActivity(messages: readonly unknown[]): Activity | undefined {
	const posts = messages.map(toPost);
	if (messages.length > 0 && posts.every((post) => post === undefined)) {
		return undefined;
	}
	const lastPosts = new Map<string, number>();
	for (const post of posts) {
		if (post && post !== 'none') {
			lastPosts.set(post.id, Math.max(post.at, lastPosts.get(post.id) ?? 0));
		}
	}
	return { messages: messages.length, lastPosts };
}

/** Reads the integration's id and the time of a message, never its text. Undefined: this engine hands over no unnamed fields. */
function toPost(message: unknown): { readonly id: string; readonly at: number } | 'none' | undefined {
	if (!isRecord(message) || !isRecord(message._unmappedProperties_)) {
		return undefined;
	}
	const { bot } = message._unmappedProperties_;
	const at = new Date(String(message.createdAt)).getTime();
	return isRecord(bot) && typeof bot.i === 'string' && Number.isFinite(at) ? { id: bot.i, at } : 'none';
}
