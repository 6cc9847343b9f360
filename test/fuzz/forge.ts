/** What no client sends by itself: a control that was made up, or changed. */
import { isLink } from '../../lib/uikit/actions';
import { readRoomId } from '../../lib/uikit/buttonValue';
import { clientOf } from '../support/client';
import { userIds } from '../workspace/sample';
import type { Forged } from './actions';
import { around, type Kind, personAt, valueOf } from './choices';
import type { Attempt } from './deeds';
import type { Site } from './site';
import { controlAt, isView } from './surfaces';

export function forge({ who, shown, control: at, sent }: Kind<'forge'>, site: Site): Attempt | undefined {
	const surface = around(site.shown, shown);
	const control = surface && controlAt(surface, at);
	if (!control) return undefined;
	const person = personAt(site, who);
	const value = 'value' in sent ? sent.value : forgedValue(control.value, sent, site);
	const made = { ...control, actionId: sent.actionId ?? control.actionId, value };
	const beside = sent.beside === undefined ? undefined : (around(site.workspace.rooms, sent.beside)?.id ?? 'goneRoom4Kq7Zr9Wn');
	const roomId = isView(surface.where) ? readRoomId(valueOf(made)) : (beside ?? surface.where.roomId);
	return {
		...{ userId: userIds[person], roomId, hasTrigger: true, isLink: isLink(made.actionId) },
		run: async () => (await clientOf(site, person, 'forged').forge(made, surface.where, beside)).returned,
	};
}

function forgedValue(value: unknown, { room, asker }: Forged, site: Site): unknown {
	const rooms = [...site.workspace.rooms.map(({ id }) => id), 'goneRoom4Kq7Zr9Wn'];
	try {
		const parts = JSON.parse(String(value)) as unknown[];
		if (room !== undefined) parts[1] = around(rooms, room);
		if (asker !== undefined) parts[2] = userIds[personAt(site, asker)];
		return JSON.stringify(parts);
	} catch {
		return value;
	}
}
