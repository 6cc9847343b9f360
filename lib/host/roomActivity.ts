/** When each integration last posted in a room, by the marks of its messages (messageAuthor.ts). */
import type { IRoomRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { Activity } from '../integrations/recentPosts';
import { isRecord } from '../util/guards';
import { readMark } from './messageAuthor';

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
	const id = readMark(message);
	const at = isRecord(message) ? new Date(String(message.createdAt)).getTime() : NaN;
	return id === undefined ? undefined : id !== '' && Number.isFinite(at) ? { id, at } : 'none';
}
