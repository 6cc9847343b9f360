import { Hono } from 'hono';
import { validator } from 'hono/validator';
import { changeWebhook, type Deed, goLater } from '../happenings';
import { announceChange } from '../host/changes';
import type { Mood } from '../model';
import { appTextsIn } from './appTexts';
import { assets } from './assets';
import { DIRECT_PATH, openDirect } from './direct';
import { elsewhere } from './elsewhere';
import { serveFeed } from './feed';
import { FILES_PATH, serveFile } from './files';
import { guard } from './guard';
import type { Inhabited } from './inhabited';
import { useControl } from './interact';
import { chooseLanguage } from './languages';
import { roomPage } from './roomPage';
import { saveSettings } from './saveSettings';
import { sentences } from './sentences';
import { settingsPage } from './settingsPage';
import { sendTyped, type Typed } from './typed';
import { languageOf, visitorOf } from './visitor';

/** What the page runs on. */
export interface PagePorts {
	/** The port that it is served on. */
	readonly port: number;
	readonly now?: () => Date;
}

type Body = Readonly<Record<string, unknown>>;

/** A body that says it is JSON, and is an object: no form of another site can send one. */
const body = validator('json', (value: unknown, context) =>
	typeof value === 'object' && value !== null && Object.keys(value).length > 0
		? (value as Body)
		: context.json({ failure: sentences.notJson }, 400),
);

function isMood(value: unknown): value is Mood {
	return typeof value === 'string' && Object.hasOwn(sentences.moods, value);
}

function isDeed(value: unknown): value is Deed {
	return typeof value === 'string' && Object.hasOwn(sentences.deeds, value);
}

/** What the pages of a workspace send. */
function actions(inhabited: Inhabited): Hono {
	const { workspace } = inhabited;
	const app = new Hono();
	app.post('/message', body, async (context) => {
		const { text, triggerId } = context.req.valid('json');
		const typed: Typed = { text: String(text), triggerId: String(triggerId) };
		return context.json(await sendTyped(inhabited, visitorOf(workspace, context.req.query()), typed));
	});
	app.post('/interaction/:appId', body, async (context) => {
		const { user } = visitorOf(workspace, context.req.query());
		const used = { user, appId: context.req.param('appId'), interaction: context.req.valid('json') };
		return context.json(await useControl(inhabited, used));
	});
	app.post('/settings', body, async (context) => {
		const { user } = visitorOf(workspace, context.req.query());
		const texts = appTextsIn(inhabited, languageOf(user, workspace));
		return context.json(await saveSettings(inhabited, context.req.valid('json'), texts));
	});
	app.post('/language', body, async (context) =>
		context.json(await chooseLanguage(inhabited, visitorOf(workspace, context.req.query()), context.req.valid('json'))),
	);
	app.post('/later', body, async (context) => {
		await goLater(inhabited.host, 86_400_000);
		return context.json({});
	});
	app.post('/webhook', body, (context) => {
		const { deed, name } = context.req.valid('json');
		const { user, room } = visitorOf(workspace, context.req.query());
		if (!isDeed(deed) || typeof name !== 'string' || name.trim() === '')
			return context.json({ failure: sentences.noWebhookName });
		const isDone = changeWebhook(workspace, room, { deed, name: name.trim(), by: user });
		return context.json(isDone ? {} : { failure: sentences.noSuchWebhook(name) });
	});
	app.post('/mood', body, (context) => {
		const { mood } = context.req.valid('json');
		if (isMood(mood)) workspace.mood = mood;
		announceChange(workspace);
		return context.json({});
	});
	return app;
}

/** The workspace as pages for a browser: its rooms, and the app's settings. */
export function createPage(inhabited: Inhabited, { port, now = () => new Date() }: PagePorts): Hono {
	const { workspace } = inhabited;
	const app = new Hono();
	app.use(guard(port));
	app.get('/', (context) => context.html(roomPage(inhabited, visitorOf(workspace, context.req.query()))));
	app.get('/settings', (context) => context.html(settingsPage(inhabited, visitorOf(workspace, context.req.query()))));
	app.get(FILES_PATH, serveFile(workspace));
	app.get(DIRECT_PATH, openDirect(workspace));
	app.get('/page/events', serveFeed(inhabited, now));
	app.route('/page', assets());
	app.route('/page', actions(inhabited));
	app.notFound(elsewhere(inhabited));
	return app;
}
