/**
 * Who a message comes from. The server marks a webhook's message with `bot: { i: <integration id> }`; the engine hands it over under
 * `_unmappedProperties_`, with all fields that it has no name for. Other clients can write that mark, too: it is a hint, no proof.
 */
import { isServerId } from '../integrations/recentPosts';
import { isRecord, toText, toTexts } from '../util/guards';

/** Who it is: `bot`, somebody's program that is logged in as a user; `unknown`: this engine does not hand the mark over. */
export type Author =
	/** `id`: the integration's; `name`, `senderId`: username and id of the user who sent it; empty where unknown. */
	| { readonly by: 'integration'; readonly id: string; readonly name: string; readonly senderId: string }
	/** Its username; empty where it has none. */
	| { readonly by: 'person' | 'app' | 'bot'; readonly name: string }
	| { readonly by: 'unknown' };

/** Reads who a message comes from, never its text. */
export function authorOf(message: unknown): Author {
	const mark = readMark(message);
	if (mark === undefined) {
		return { by: 'unknown' };
	}
	const sender = isRecord(message) && isRecord(message.sender) ? message.sender : {};
	const name = toText(sender.username);
	if (isServerId(mark)) {
		return { by: 'integration', id: mark, name, senderId: toText(sender.id) };
	}
	const isBot = mark !== '' || sender.type === 'bot' || toTexts(sender.roles)?.includes('bot') === true;
	return { by: sender.type === 'app' ? 'app' : isBot ? 'bot' : 'person', name };
}

/** The mark of a message; empty where it has none; undefined where this engine hands over no unnamed fields. */
export function readMark(message: unknown): string | undefined {
	if (!isRecord(message) || !isRecord(message._unmappedProperties_)) {
		return undefined;
	}
	const { bot } = message._unmappedProperties_;
	return isRecord(bot) ? toText(bot.i) : '';
}
