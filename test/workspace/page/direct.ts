import type { Context } from 'hono';
import type { Room, User, Workspace } from '../model';
import { sentences } from './sentences';
import { isMember, peopleOf, queryOf } from './visitor';

/** Where Rocket.Chat has a direct message: the app links to it. */
export const DIRECT_PATH = '/direct/:id';

/** Leads a member into a direct message: to anybody else it is as if there were none. */
export function openDirect(workspace: Workspace) {
	return (context: Context<object, typeof DIRECT_PATH>): Response => {
		const room = workspace.rooms.find(({ id, type }) => type === 'd' && id === context.req.param('id'));
		const user = room && readerOf(workspace, room, context.req.query('as'));
		return user ? context.redirect(`/?${queryOf({ user, room })}`) : context.text(sentences.noSuchDirect, 404);
	};
}

/** The app's links name nobody, because Rocket.Chat knows who is logged in: with the app there is only one whom it can be. */
function readerOf(workspace: Workspace, room: Room, username: string | undefined): User | undefined {
	const members = peopleOf(workspace).filter((user) => isMember({ user, room }));
	if (username !== undefined) return members.find((user) => user.username === username);
	return members.length === 1 ? members[0] : undefined;
}
