/** A random workspace, made of the sample's people and rooms, as data. */
import fc from 'fast-check';
import type { IntegrationDocument, Message, Room, User, Workspace } from '../workspace/model';
import { CANARY, createSampleWorkspace, roleIds, userIds } from '../workspace/sample';
import { markedText } from './names';
import { anyRows } from './rows';
import { appSettings, serverSettings, type Settings } from './settings';

/** What is otherwise with a room, or a person, than in the sample; `at` counts around. */
export interface RoomChange {
	readonly at: number;
	readonly fields: Partial<Room>;
}
export interface PersonChange {
	readonly at: number;
	readonly fields: Partial<User>;
}

/** A message that is there: a person's, or one that bears the mark of an integration. */
interface Posted {
	readonly room: number;
	readonly who: number;
	readonly mark: number | string | undefined;
	readonly thread: boolean;
}

export interface World {
	readonly generation: Workspace['generation'];
	readonly rows: readonly IntegrationDocument[];
	readonly rooms: readonly RoomChange[];
	readonly people: readonly PersonChange[];
	readonly permissions: Workspace['permissions'];
	readonly posted: readonly Posted[];
	readonly server: Settings;
	readonly unreadable: readonly string[];
	readonly app: Settings;
	/** Permissions that the admin did not grant the app. */
	readonly denied: readonly string[];
}

const optional = { requiredKeys: [] };
const ids = Object.values(userIds);
const membership = fc.record({
	userId: fc.constantFrom(...ids),
	roles: fc.subarray<Room['members'][number]['roles'][number]>(['owner', 'moderator', 'leader'], { maxLength: 1 }),
});

export const roomChange: fc.Arbitrary<RoomChange> = fc.record({
	at: fc.nat({ max: 14 }),
	fields: fc.record(
		{
			displayName: markedText,
			topic: markedText,
			archived: fc.boolean(),
			readOnly: fc.boolean(),
			encrypted: fc.boolean(),
			muted: fc.subarray(['li', 'ana', 'mia', 'channel-integrations.bot']),
			members: fc.uniqueArray(membership, { maxLength: 6, selector: ({ userId }) => userId }),
		},
		optional,
	),
});

export const personChange: fc.Arbitrary<PersonChange> = fc.record({
	at: fc.nat({ max: 14 }),
	fields: fc.record(
		{
			name: markedText,
			roles: fc.subarray(['admin', 'user', 'bot', 'guest', ...Object.values(roleIds)]),
			active: fc.boolean(),
			language: fc.constantFrom('', 'en', 'de', 'pt-BR', 'ru', 'xx'),
			stored: fc.constantFrom(
				{},
				{},
				{ roles: undefined },
				{ settings: undefined },
				{ settings: { preferences: { language: 7 } } },
			),
		},
		optional,
	),
});

const posted: fc.Arbitrary<Posted> = fc.record({
	room: fc.nat({ max: 14 }),
	who: fc.nat({ max: 14 }),
	mark: fc.oneof(fc.nat(), fc.constantFrom(undefined, 'js.SDK', 'A'.repeat(17)), markedText),
	thread: fc.boolean(),
});

const holders = fc.subarray(['admin', 'user', 'bot', ...Object.values(roleIds)]);
const permissionNames = Object.keys(createSampleWorkspace(0).permissions);

/** Without the others nobody can type a command, or be told anything. */
const deniable = [
	...['networking', 'server-setting.read', 'message.read', 'room.read', 'room.write', 'user.read', 'role.read', 'ui.interact'],
	...['ui.registerButtons', 'persistence', 'scheduler', 'upload.write'],
];

export const anyWorld: fc.Arbitrary<World> = fc.record({
	generation: fc.constantFrom<Workspace['generation'][]>('7', '8.8', '9', 'strict'),
	rows: anyRows,
	rooms: fc.array(roomChange, { maxLength: 6 }),
	people: fc.array(personChange, { maxLength: 5 }),
	permissions: fc.dictionary(fc.constantFrom(...permissionNames), holders, { maxKeys: 3 }),
	posted: fc.array(posted, { maxLength: 8 }),
	server: serverSettings,
	unreadable: fc.subarray(['Site_Url', 'Language', 'Message_MaxAllowedSize', 'E2E_Enable', 'FileUpload_Enabled'], {
		maxLength: 1,
	}),
	app: appSettings,
	denied: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.subarray(deniable, { minLength: 1, maxLength: 2 })),
});

function around<T>(all: readonly T[], at: number): T | undefined {
	return all[at % all.length];
}

export function changeRoom(workspace: Workspace, { at, fields }: RoomChange): void {
	Object.assign(around(workspace.rooms, at) ?? {}, fields);
}
export function changePerson(workspace: Workspace, { at, fields }: PersonChange): void {
	Object.assign(around(workspace.users, at) ?? {}, fields);
}

function toMessage({ rooms, integrations }: Workspace, { room, who, mark, thread }: Posted, index: number): Message {
	const marked = typeof mark === 'number' ? around(integrations, mark)?._id : mark;
	return {
		id: `posted${index}`,
		roomId: around(rooms, room)?.id ?? '',
		senderId: around(ids, who) ?? '',
		text: `${CANARY} of a message`,
		createdAt: new Date(Date.now() - index * 60_000),
		...(marked !== undefined && { bot: { i: marked } }),
		...(thread && { threadId: 'posted0' }),
	};
}

/** What the workspace of a world has; the address of its server is for who starts it to set. */
export function createWorld(world: World): Omit<Workspace, 'secretSettings'> & { readonly secretSettings: string[] } {
	const workspace = createSampleWorkspace();
	Object.assign(workspace.permissions, world.permissions);
	world.rooms.forEach((change) => {
		changeRoom(workspace, change);
	});
	world.people.forEach((change) => {
		changePerson(workspace, change);
	});
	workspace.integrations = structuredClone([...world.rows]);
	const messages = [...workspace.messages, ...world.posted.map((one, index) => toMessage(workspace, one, index))];
	const settings = { ...workspace.settings, API_Enable_Rate_Limiter: false, ...world.server };
	return { ...workspace, messages, settings, generation: world.generation, secretSettings: [...world.unreadable] };
}
