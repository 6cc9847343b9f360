/* global document, EventSource */
import * as composer from './composer.js';
import * as controls from './controls.js';
import { handle } from './interactions.js';
import * as log from './log.js';
import * as side from './side.js';

/** The page of a room: what comes to it by itself, and what is done on it. */
const { query = '', since = '' } = document.body.dataset;
const events = new EventSource(`/page/events?${query}&since=${since}`);

/** @type {Record<string, (data: any) => void>} */
const handlers = { entries: log.update, interaction: handle, mood: side.showMood, rooms: side.showRooms };

for (const [name, handler] of Object.entries(handlers)) {
	events.addEventListener(name, ({ data }) => {
		handler(JSON.parse(data));
		document.getElementById('log')?.setAttribute('aria-busy', 'false');
	});
}

composer.listen();
controls.listen();
side.listen();
