/** The app's settings: declared once, and cleaned when read, because the engine stores whatever was typed, unchecked. */
import type { ISettingRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
// Enums are imported from their own files: the folder's index would load dozens of others at every start.
import { SettingType } from '@rocket.chat/apps-engine/definition/settings/SettingType';

type Section = 'connection' | 'who_and_where' | 'advanced';

interface Declaration {
	readonly section: Section;
	readonly type: SettingType;
	readonly default: string | number | boolean;
	readonly options?: readonly string[];
	/** Bounds of a number: a value below or above counts as the bound. */
	readonly least?: number;
	readonly most?: number;
}

/** Every setting, in the order of the settings page. */
const declarations = {
	server_url: { section: 'connection', type: SettingType.STRING, default: '' },
	user_id: { section: 'connection', type: SettingType.STRING, default: '' },
	auth_token: { section: 'connection', type: SettingType.PASSWORD, default: '' },
	allowed_roles: { section: 'who_and_where', type: SettingType.STRING, default: 'admin, owner, moderator, leader' },
	reply_visibility: { section: 'who_and_where', type: SettingType.SELECT, default: 'room', options: ['room', 'sender'] },
	page_size: { section: 'advanced', type: SettingType.NUMBER, default: 20, least: 1, most: 100 },
	include_global: { section: 'advanced', type: SettingType.BOOLEAN, default: true },
	watch_interval: { section: 'advanced', type: SettingType.SELECT, default: 'daily', options: ['off', 'hourly', 'daily'] },
	workspace_scan: { section: 'advanced', type: SettingType.BOOLEAN, default: true },
	read_activity: { section: 'advanced', type: SettingType.BOOLEAN, default: true },
	request_timeout: { section: 'advanced', type: SettingType.NUMBER, default: 10, least: 1, most: 25 },
	cache_seconds: { section: 'advanced', type: SettingType.NUMBER, default: 15, least: 0, most: 300 },
} as const satisfies Record<string, Declaration>;

export type SettingId = keyof typeof declarations;

type NumberId = 'page_size' | 'request_timeout' | 'cache_seconds';

/** A secret in a function, so that printing or serialising the holder cannot show it. */
export interface Secret {
	readonly reveal: () => string;
}

/** A number that does not count as it is saved. */
export interface OutOfBounds {
	readonly id: NumberId;
	/** Undefined where it is no number: a text in the wrong field may be the token, so it is kept nowhere. */
	readonly saved: number | undefined;
	readonly counts: number;
}

export interface Settings {
	readonly serverUrl: string;
	readonly userId: string;
	readonly token: Secret;
	/** Role ids or names as typed; `*` stands for every member. */
	readonly allowedRoles: readonly string[];
	readonly replyVisibility: 'room' | 'sender';
	readonly pageSize: number;
	readonly includeGlobal: boolean;
	/** How often watched rooms are looked at. */
	readonly watchInterval: 'off' | 'hourly' | 'daily';
	readonly workspaceScan: boolean;
	readonly readActivity: boolean;
	/** Seconds. */
	readonly requestTimeout: number;
	/** Seconds; 0: nothing is kept. */
	readonly cacheSeconds: number;
	readonly outOfBounds: readonly OutOfBounds[];
}

/** The settings as the engine registers them at start. Labels and descriptions are keys of `i18n/`. */
export function hostSettings(): ISetting[] {
	return Object.entries<Declaration>(declarations).map(([id, { section, type, default: packageValue, options }]) => ({
		id,
		type,
		packageValue,
		required: false,
		public: false,
		section: `section_${section}`,
		i18nLabel: `setting_${id}_label`,
		i18nDescription: `setting_${id}_description`,
		...(options && { values: options.map((key) => ({ key, i18nLabel: `setting_${id}_${key}` })) }),
	}));
}

/** Reads and cleans all settings: texts trimmed, numbers bounded, a wrong or missing value replaced by the default. Rejects as `reader` does. */
export async function readSettings(reader: Pick<ISettingRead, 'getValueById'>): Promise<Settings> {
	const raw = await readAll(reader);
	const allowedRoles = toList(toText(raw.allowed_roles));
	const secret = toText(raw.auth_token);
	const numbers = (['page_size', 'request_timeout', 'cache_seconds'] as const).map((id) => toCounted(raw[id], id));
	const [size = 0, requestTimeout = 0, cacheSeconds = 0] = numbers.map(({ counts }) => counts);
	return {
		serverUrl: toText(raw.server_url),
		userId: toText(raw.user_id),
		token: { reveal: () => secret },
		allowedRoles: allowedRoles.length > 0 ? allowedRoles : toList(declarations.allowed_roles.default),
		replyVisibility: raw.reply_visibility === 'sender' ? 'sender' : 'room',
		pageSize: size,
		includeGlobal: raw.include_global !== false,
		watchInterval: toInterval(raw.watch_interval),
		workspaceScan: raw.workspace_scan !== false,
		readActivity: raw.read_activity !== false,
		requestTimeout,
		cacheSeconds,
		outOfBounds: numbers.filter(({ saved, counts }) => saved !== counts),
	};
}

async function readAll(reader: Pick<ISettingRead, 'getValueById'>): Promise<Readonly<Partial<Record<string, unknown>>>> {
	const read = async (id: string): Promise<[string, unknown]> => [id, await reader.getValueById(id)];
	return Object.fromEntries(await Promise.all(Object.keys(declarations).map(read)));
}

function toInterval(raw: unknown): Settings['watchInterval'] {
	return raw === 'off' || raw === 'hourly' ? raw : 'daily';
}

function toList(raw: string): string[] {
	return [...new Set(raw.split(',').map((entry) => entry.trim()))].filter((entry) => entry !== '');
}

function toText(raw: unknown): string {
	return typeof raw === 'string' ? raw.trim() : '';
}

/** Reads a number; what is empty counts as the default, and as saved so. */
function toCounted(raw: unknown, id: NumberId): OutOfBounds {
	const { least, most, default: otherwise } = declarations[id];
	const isEmpty = raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '');
	const read = isEmpty ? otherwise : typeof raw === 'number' || typeof raw === 'string' ? Number(raw) : Number.NaN;
	const saved = Number.isFinite(read) ? read : undefined;
	return { id, saved, counts: saved === undefined ? otherwise : Math.min(Math.max(Math.trunc(saved), least), most) };
}
