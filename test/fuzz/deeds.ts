/** Does what a person does: types, clicks, searches, chooses in a menu; as a client does, and as none would. */
import { parseQuery } from '../../lib/query/parseQuery';
import { isLink } from '../../lib/uikit/actions';
import { readRoomId } from '../../lib/uikit/buttonValue';
import { clientOf } from '../support/client';
import type { ServerAnswer } from '../workspace/host/interact';
import { parseParameters } from '../workspace/host/parameters';
import type { IntegrationDocument } from '../workspace/model';
import { userIds } from '../workspace/sample';
import type { Deed } from './actions';
import { around, type Kind, personAt, roomOf, valueOf, viewerOf } from './choices';
import { forge } from './forge';
import type { Site } from './site';
import { controlAt, isView } from './surfaces';

/** One deed that is about to be done. */
export interface Attempt {
	readonly userId: string;
	/** Where it is done; a room that may not be there. */
	readonly roomId: string;
	/** Whether no panel can be opened, or nothing is to be said. */
	readonly hasTrigger: boolean;
	readonly isLink?: boolean;
	readonly isHelp?: boolean;
	/** Rejects where something comes out of the app. Gives what the app returned, if it is a click. */
	readonly run: () => Promise<ServerAnswer | undefined>;
}

/** Undefined where there is nothing to do it with. */
export function prepare(deed: Deed, site: Site): Attempt | undefined {
	switch (deed.kind) {
		case 'type':
			return type(deed, site);
		case 'click':
			return click(deed, site);
		case 'forge':
			return forge(deed, site);
		case 'search':
			return search(deed, site);
		case 'menu':
			return choose(deed, site);
	}
}

function nameOf({ name }: IntegrationDocument): string {
	return typeof name === 'string' ? name.slice(0, 200) : '';
}

function type({ who, room, words, about, thread, trigger }: Kind<'type'>, site: Site): Attempt | undefined {
	const { workspace, host } = site;
	const roomId = around(workspace.rooms, room)?.id;
	const row = around(workspace.integrations, about);
	const typed = words.replace('%id', () => row?._id ?? 'none').replace('%name', () => (row ? nameOf(row) : 'none'));
	const text = `/integrations ${typed.replaceAll(/canary/gi, 'x')}`;
	const threadId = thread % 4 === 0 ? around(workspace.messages, thread)?.id : undefined;
	const asked = parseQuery(parseParameters(text.slice('/integrations'.length)));
	const userId = userIds[personAt(site, who)];
	const sent = { userId, text, ...(threadId !== undefined && { threadId }), ...(trigger && { triggerId: 'typed' }) };
	return roomId === undefined
		? undefined
		: {
				...{ userId, roomId, hasTrigger: trigger, isHelp: asked.ok && asked.value.query.action === 'help' },
				run: async () => host.runCommand({ ...sent, roomId }).then(() => undefined),
			};
}

function click({ who, shown, control: at, trigger }: Kind<'click'>, site: Site): Attempt | undefined {
	const surface = around(site.shown, shown);
	const control = surface && controlAt(surface, at);
	if (!control) return undefined;
	const person = viewerOf(surface, who, site);
	return {
		...{
			userId: userIds[person],
			roomId: roomOf(surface, valueOf(control)),
			hasTrigger: trigger,
			isLink: isLink(control.actionId),
		},
		run: async () => (await clientOf(site, person, trigger ? 'clicked' : null).forge(control, surface.where)).returned,
	};
}

function search({ who, shown, text }: Kind<'search'>, site: Site): Attempt | undefined {
	const views = site.shown.filter(({ where }) => isView(where) && 'submit' in where);
	const surface = around(views, shown);
	if (!surface || !isView(surface.where)) return undefined;
	const view = surface.where;
	const person = viewerOf(surface, who, site);
	const { submit } = view as unknown as { readonly submit: { readonly value?: unknown } | undefined };
	return {
		...{ userId: userIds[person], roomId: readRoomId(submit?.value), hasTrigger: true },
		run: async () => (await clientOf(site, person, 'searched').search(text, view)).returned,
	};
}

function choose({ who, room, message, entry, trigger }: Kind<'menu'>, site: Site): Attempt {
	const person = personAt(site, who);
	const roomId = around([...site.workspace.rooms.map(({ id }) => id), 'goneRoom4Kq7Zr9Wn'], room) ?? '';
	const here = site.workspace.messages.filter((one) => one.roomId === roomId);
	const among = message % 3 === 0 ? site.workspace.messages : here;
	const messageId = message % 7 === 0 ? undefined : around(among, message)?.id;
	return {
		...{ userId: userIds[person], roomId, hasTrigger: trigger },
		run: async () => (await clientOf(site, person, trigger ? 'chosen' : null).choose(entry, roomId, messageId)).returned,
	};
}
