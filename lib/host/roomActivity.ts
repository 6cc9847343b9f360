/** Who posted in a room of late: a webhook's message carries the id of its integration (server-contract.md, section 12). */
import type { IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { Activity } from '../integrations/evidence';
import { isRecord } from '../util/guards';

/** What one call gives at most, and how many calls are made. */
const [pageSize, pages] = [100, 3];

/** Reads who posted among the newest messages of a room, at most 300; undefined where it cannot be told. */
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

/** Of a message only these two are read, never its text. Undefined where the engine hands over no unmapped properties at all. */
function toPost(message: unknown): { readonly id: string; readonly at: number } | 'none' | undefined {
	if (!isRecord(message) || !isRecord(message._unmappedProperties_)) {
		return undefined;
	}
	const { bot } = message._unmappedProperties_;
	const at = new Date(String(message.createdAt)).getTime();
	return isRecord(bot) && typeof bot.i === 'string' && Number.isFinite(at) ? { id: bot.i, at } : 'none';
}
