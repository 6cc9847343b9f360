/** A workspace for tests of the page alone: without an engine, and with what the page asks of one. */
import { SettingType } from '@rocket.chat/apps-engine/definition/settings';
import type { Host } from '../host';
import type { OpenedView } from '../host/bridges/interactions';
import { createSampleWorkspace, roomIds } from '../sample';
import type { Inhabited } from './inhabited';
import { type Visitor, visitorOf } from './visitor';

export const appId = 'app-of-the-test';

const common = { required: false, public: false };

/** One setting of each type that the app has, in two sections. */
const settings = {
	server_url: { ...common, id: 'server_url', type: SettingType.STRING, packageValue: '', section: 'one', i18nLabel: 'url' },
	auth_token: {
		...{ ...common, id: 'auth_token', type: SettingType.PASSWORD, packageValue: '', value: 'TOKEN-CANARY' },
		...{ section: 'one', i18nLabel: 'token', i18nDescription: 'about_token' },
	},
	visibility: {
		...{ ...common, id: 'visibility', type: SettingType.SELECT, packageValue: 'room', section: 'two', i18nLabel: 'where' },
		values: [
			{ key: 'room', i18nLabel: 'in_room' },
			{ key: 'sender', i18nLabel: 'alone' },
		],
	},
	page_size: {
		...common,
		id: 'page_size',
		type: SettingType.NUMBER,
		packageValue: 20,
		value: 5,
		section: 'two',
		i18nLabel: 'size',
	},
	scan: { ...common, id: 'scan', type: SettingType.BOOLEAN, packageValue: true, section: 'two', i18nLabel: 'scan' },
};

const texts = {
	en: { one: 'First', two: 'Second', url: 'Address', about_token: 'Made at *My Account*', hello: 'Hello' },
	'pt-br': { one: 'Primeira' },
};

/** What the app has in the menus. */
const entries = [
	{ actionId: 'of-room', context: 'roomAction', labelI18n: 'hello', when: { roomTypes: ['public_channel', 'direct'] } },
	{ actionId: 'of-message', context: 'messageAction', labelI18n: 'hello', when: { messageActionContext: ['message'] } },
	{ actionId: 'of-starred', context: 'messageAction', labelI18n: 'hello', when: { messageActionContext: ['starred'] } },
	{ actionId: 'of-box', context: 'messageBoxAction', labelI18n: 'hello' },
];

/** The page's surroundings, with the views that were opened and the settings that were saved. */
export function createScene(): { inhabited: Inhabited; opened: OpenedView[]; saved: [string, unknown][] } {
	const workspace = createSampleWorkspace();
	const opened: OpenedView[] = [];
	const saved: [string, unknown][] = [];
	const command = { command: 'integrations', params: `app-${appId}.two`, description: `app-${appId}.hello` };
	const host = {
		bridges: { interactions: { opened }, commands: { registered: new Map([['integrations', command]]) } },
		manager: {
			getLanguageContent: () => texts,
			getOneById: () => ({ getInfo: () => ({ name: 'The <App>', version: '1.2.3' }) }),
		},
		settings: () => settings,
		menuEntries: () => entries,
		setSettings: (values: Readonly<Record<string, unknown>>) => Promise.resolve(void saved.push(...Object.entries(values))),
	};
	workspace.users.push({
		...{ id: 'bot', username: 'the.bot', name: '', roles: ['app'], active: true, type: 'app', language: '', tokens: [], appId },
	});
	return { inhabited: { workspace, host: host as unknown as Host, appId }, opened, saved };
}

/** Somebody in a room of it. */
export function visit({ workspace }: Inhabited, who = 'li', where: keyof typeof roomIds = 'support'): Visitor {
	const room = workspace.rooms.find(({ id }) => id === roomIds[where]);
	if (!room) throw new Error(`The sample has no ${where}`);
	return { ...visitorOf(workspace, { as: who }), room };
}
