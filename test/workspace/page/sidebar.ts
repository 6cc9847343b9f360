import type { Mood, Room, Workspace } from '../model';
import { labelOf } from '../start/places';
import { icons } from './icons';
import type { Inhabited } from './inhabited';
import { readerLanguage, workspaceLanguage } from './languages';
import { type Html, markup } from './markup';
import { sentences } from './sentences';
import { isMember, peopleOf, queryOf, type Visitor } from './visitor';

const kinds = [
	{ title: sentences.teams, holds: ({ teamMain }: Room) => teamMain },
	{
		title: sentences.channels,
		holds: ({ type, parentRoomId, teamMain }: Room) => (type === 'c' || type === 'p') && !parentRoomId && !teamMain,
	},
	{ title: sentences.discussions, holds: ({ parentRoomId }: Room) => Boolean(parentRoomId) },
	{ title: sentences.directMessages, holds: ({ type }: Room) => type === 'd' },
	{ title: sentences.omnichannel, holds: ({ type }: Room) => type === 'l' },
];

/** The icon that Rocket.Chat would give a room. */
export function iconOf({ type, parentRoomId, teamMain }: Room): Html {
	if (teamMain) return icons.team;
	return parentRoomId ? icons.discussion : { c: icons.channel, p: icons.private, d: icons.direct, l: icons.direct }[type];
}

/** The name that Rocket.Chat would show beside the icon. */
export function nameOfRoom(room: Room, workspace: Workspace, userId: string): string {
	return labelOf(room, workspace, userId).replace(/^[#@]/, '');
}

function roomLink(room: Room, workspace: Workspace, { user, room: open }: Visitor): Html {
	const inside = isMember({ user, room });
	const kind = room.type === 'p' && markup`<span class="hidden">${sentences.privateRoom}</span>`;
	return markup`<li><a href="/?${queryOf({ user, room })}" ${room === open && markup`aria-current="page"`}>
		${iconOf(room)}${kind}<span class="room-name">${nameOfRoom(room, workspace, user.id)}</span>
		${!inside && markup`<span class="room-notes">${sentences.notMember}</span>`}</a></li>`;
}

/** Public and private rooms whoever looks, because refusals are worth a look; those of two only for the two. */
export function roomLists(workspace: Workspace, visitor: Visitor): Html {
	const rooms = workspace.rooms.filter((room) => ['c', 'p'].includes(room.type) || isMember({ ...visitor, room }));
	const lists = kinds.flatMap(({ title, holds }) => {
		const links = rooms.filter(holds).map((room) => roomLink(room, workspace, visitor));
		return links.length > 0 ? [markup`<h2>${title}</h2><ul class="rooms">${links}</ul>`] : [];
	});
	return markup`<div class="room-lists" id="room-lists">${lists}</div>`;
}

/** The choice of who looks at the page, and in which language. */
export function personChoice(inhabited: Inhabited, visitor: Visitor): Html {
	return markup`${whoChoice(inhabited.workspace, visitor)}${readerLanguage(inhabited, visitor)}`;
}

function whoChoice(workspace: Workspace, { user }: Visitor): Html {
	return markup`<label>${sentences.whoAmI}
		<select class="field" id="who">${peopleOf(workspace).map(
			({ username, name }) =>
				markup`<option value="${username}" ${username === user.username && markup`selected`}>${username} (${name})</option>`,
		)}</select></label>`;
}

function moodChoice({ mood = 'well' }: Workspace): Html {
	return markup`<label>${sentences.mood}
		<select class="field" id="mood" aria-describedby="mood-hint">${(Object.keys(sentences.moods) as Mood[]).map(
			(one) => markup`<option value="${one}" ${one === mood && markup`selected`}>${sentences.moods[one]}</option>`,
		)}</select></label><p class="hint" id="mood-hint">${sentences.moodHint}</p>`;
}

/** What somebody else does meanwhile, and that time goes by. */
function happenings(): Html {
	const deeds = Object.entries(sentences.deeds).map(
		([deed, label]) => markup`<button type="button" class="button secondary" data-deed="${deed}">${label}</button>`,
	);
	return markup`<fieldset class="happenings"><legend>${sentences.happenings}</legend>
		<label>${sentences.webhookName}<input class="field" id="webhook" autocomplete="off"></label>
		<div class="deeds">${deeds}<button type="button" class="button secondary" id="later">${sentences.later}</button></div></fieldset>`;
}

/** People, rooms, the switches for the server, and the way to the app's settings. */
export function sidebar(inhabited: Inhabited, visitor: Visitor): Html {
	const { workspace } = inhabited;
	return markup`<nav class="sidebar" id="sidebar" aria-label="${sentences.menu}">
		<div class="choices">${personChoice(inhabited, visitor)}</div>
		${roomLists(workspace, visitor)}
		<div class="choices">${moodChoice(workspace)}${workspaceLanguage(inhabited)}
			${happenings()}
			<a class="settings-link" href="/settings?${queryOf(visitor)}">${icons.settings}${sentences.appSettings}</a></div>
	</nav>`;
}
