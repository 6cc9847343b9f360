/** The app's settings: declared once, and cleaned when read, because the engine saves whatever was typed. */
import type { ISettingRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
// Enums come from the files that hold them: the folders' own would load dozens more, at every start.
import { SettingType } from '@rocket.chat/apps-engine/definition/settings/SettingType';

type Section = 'connection' | 'who_and_where' | 'advanced';

interface Declaration {
	readonly section: Section;
	readonly type: SettingType;
	readonly default: string | number | boolean;
	readonly options?: readonly string[];
	/** Of a number: what is below or above counts as this. */
	readonly least?: number;
	readonly most?: number;
}

/** In the order in which the settings page shows them. */
const declarations = {
	server_url: { section: 'connection', type: SettingType.STRING, default: '' },
	user_id: { section: 'connection', type: SettingType.STRING, default: '' },
	auth_token: { section: 'connection', type: SettingType.PASSWORD, default: '' },
	allowed_roles: { section: 'who_and_where', type: SettingType.STRING, default: 'admin, owner, moderator, leader' },
	reply_visibility: { section: 'who_and_where', type: SettingType.SELECT, default: 'room', options: ['room', 'sender'] },
	page_size: { section: 'advanced', type: SettingType.NUMBER, default: 20, least: 1, most: 100 },
	include_global: { section: 'advanced', type: SettingType.BOOLEAN, default: true },
	workspace_scan: { section: 'advanced', type: SettingType.BOOLEAN, default: true },
	read_activity: { section: 'advanced', type: SettingType.BOOLEAN, default: true },
	request_timeout: { section: 'advanced', type: SettingType.NUMBER, default: 10, least: 1, most: 25 },
	cache_seconds: { section: 'advanced', type: SettingType.NUMBER, default: 15, least: 0, most: 300 },
} as const satisfies Record<string, Declaration>;

export type SettingId = keyof typeof declarations;

/** Holds a secret so that printing or serialising the holder shows nothing. */
export interface Secret {
	readonly reveal: () => string;
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
	readonly workspaceScan: boolean;
	readonly readActivity: boolean;
	/** Seconds. */
	readonly requestTimeout: number;
	/** Seconds; 0: nothing is kept. */
	readonly cacheSeconds: number;
}

/** What the host is told at start, so that it shows the settings page. Labels and descriptions are keys of i18n/. */
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

/** Reads all settings together and cleans them: trimmed, bounded, the default where a value is empty or of another type. */
export async function readSettings(reader: Pick<ISettingRead, 'getValueById'>): Promise<Settings> {
	const read = async (id: SettingId): Promise<unknown> => reader.getValueById(id);
	const [serverUrl, userId, token, roles, visibility, pageSize, includeGlobal, workspaceScan, readActivity, timeout, cache] =
		await Promise.all([
			read('server_url'),
			read('user_id'),
			read('auth_token'),
			read('allowed_roles'),
			read('reply_visibility'),
			read('page_size'),
			read('include_global'),
			read('workspace_scan'),
			read('read_activity'),
			read('request_timeout'),
			read('cache_seconds'),
		]);
	const allowedRoles = toList(toText(roles));
	const secret = toText(token);
	return {
		serverUrl: toText(serverUrl),
		userId: toText(userId),
		token: { reveal: () => secret },
		allowedRoles: allowedRoles.length > 0 ? allowedRoles : toList(declarations.allowed_roles.default),
		replyVisibility: visibility === 'sender' ? 'sender' : 'room',
		pageSize: toWholeNumber(pageSize, 'page_size'),
		includeGlobal: includeGlobal !== false,
		workspaceScan: workspaceScan !== false,
		readActivity: readActivity !== false,
		requestTimeout: toWholeNumber(timeout, 'request_timeout'),
		cacheSeconds: toWholeNumber(cache, 'cache_seconds'),
	};
}

function toList(raw: string): string[] {
	return [...new Set(raw.split(',').map((entry) => entry.trim()))].filter((entry) => entry !== '');
}

function toText(raw: unknown): string {
	return typeof raw === 'string' ? raw.trim() : '';
}

function toWholeNumber(raw: unknown, id: 'page_size' | 'request_timeout' | 'cache_seconds'): number {
	const { least, most, default: otherwise } = declarations[id];
	const isWritten = typeof raw === 'number' || (typeof raw === 'string' && raw.trim() !== '');
	const value = isWritten ? Math.trunc(Number(raw)) : Number.NaN;
	return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : otherwise;
}
