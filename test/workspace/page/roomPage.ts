import { labelOf } from '../start/places';
import { composer } from './composer';
import { cursorNow, printCursor } from './feed';
import { icons } from './icons';
import type { Inhabited } from './inhabited';
import { layout } from './layout';
import { type Html, markup } from './markup';
import { roomMenu } from './menus';
import { sentences } from './sentences';
import { iconOf, nameOfRoom, sidebar } from './sidebar';
import { canRead, queryOf, type Visitor } from './visitor';

/** A room as somebody sees it; its messages come by themselves. */
export function roomPage(inhabited: Inhabited, visitor: Visitor): Html {
	const { workspace } = inhabited;
	const { user, room } = visitor;
	const label = labelOf(room, workspace, user.id);
	const body = markup`<div class="workspace">
		${sidebar(inhabited, visitor)}
		<main class="room">
			<header class="room-header">
				<button type="button" class="icon-button" id="menu" aria-label="${sentences.menu}" aria-controls="sidebar" aria-expanded="false">${icons.menu}</button>
				<h1>${iconOf(room)}${nameOfRoom(room, workspace, user.id)}</h1>
				${room.topic && markup`<p class="topic">${room.topic}</p>`}
				${roomMenu(inhabited, visitor)}
			</header>
			<div class="log" id="log" role="log" aria-label="${sentences.messages}" aria-busy="true" tabindex="0">
				${!canRead(visitor) && markup`<p class="cannot-read">${sentences.cannotRead(user.username)}</p>`}
				<p class="start">${sentences.start}</p>
			</div>
			${composer(inhabited, visitor, label)}
		</main>
	</div>`;
	return layout({
		title: sentences.title(label),
		script: 'room',
		data: markup`data-room-id="${room.id}" data-app-id="${inhabited.appId}" data-query="${queryOf(visitor)}" data-since="${printCursor(cursorNow(inhabited))}"
			data-working="${sentences.working}"`,
		body,
	});
}
