/** Settings of the app and of the server, right and wrong ones, as data. */
import fc from 'fast-check';
import { CANARY, roleIds, tokens, userIds } from '../workspace/sample';
import { typedText } from './names';

export type Settings = Readonly<Record<string, unknown>>;

/** Stands for the address of the server that is there. */
const here = 'http://here';

const people = ['service', 'ana', 'ops', 'olga', 'mia', 'dora'] as const;

/** Mostly credentials that are good. */
const credentials = fc.oneof(
	{ weight: 6, arbitrary: fc.constant({ user_id: userIds.service, auth_token: tokens.service }) },
	{ weight: 3, arbitrary: fc.constantFrom(...people).map((who) => ({ user_id: userIds[who], auth_token: tokens[who] })) },
	fc.constantFrom<Settings[]>(
		{ user_id: userIds.ana, auth_token: tokens.service },
		{ user_id: userIds.service, auth_token: `${CANARY}\r\nX-Evil: 1` },
		{ user_id: '', auth_token: '' },
		{ user_id: tokens.service, auth_token: userIds.service },
	),
);

const addresses = fc.oneof(
	{ weight: 6, arbitrary: fc.constant('') },
	fc.constantFrom(here, `${here}/`, `  ${here}//  `, `${here}/sub`, `${here}/?x=${CANARY}`, here.replace('http:', 'https:')),
	fc.constantFrom(`http://u:${CANARY}@here`, 'http://127.0.0.1:1', 'javascript:alert(1)', '127.0.0.1', `x ${CANARY} @all`),
);

const roles = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom('', '*', '*', 'admin', 'owner', 'moderator, leader', 'Integration Viewer, ADMIN') },
	fc.constantFrom(roleIds.integrationViewer, 'gone', ', ,'),
	typedText,
);

/** A value of the right type, or what else a page may save. */
function orAnything(usual: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
	return fc.oneof(
		{ weight: 3, arbitrary: usual },
		fc.constantFrom(null, '', 'x', '@all', 0, -1, true, [], [1], {}, { toString: 1 }),
	);
}

/** Those of the app, from its settings page. */
export const appSettings: fc.Arbitrary<Settings> = fc
	.tuple(
		fc.option(credentials, { nil: {} }),
		fc.record(
			{
				server_url: addresses,
				allowed_roles: roles,
				reply_visibility: fc.constantFrom('room', 'sender', 'nonsense'),
				page_size: orAnything(fc.constantFrom(1, 2, 5, 20, 100, 0, -1, 1e9, '7', 2.5)),
				include_global: orAnything(fc.boolean()),
				watch_interval: fc.constantFrom('hourly', 'daily', 'off', 'nonsense'),
				workspace_scan: orAnything(fc.boolean()),
				read_activity: orAnything(fc.boolean()),
				request_timeout: orAnything(fc.constantFrom(1, 10, 25, 1000)),
				cache_seconds: orAnything(fc.constantFrom(0, 15, 300)),
			},
			{ requiredKeys: [] },
		),
	)
	.map(([who, rest]) => ({ ...who, ...rest }));

/** Those that every run begins with, where it does not say otherwise. */
export const appDefaults: Settings = {
	...{ server_url: '', user_id: userIds.service, auth_token: tokens.service, allowed_roles: '', reply_visibility: 'room' },
	...{ page_size: 20, include_global: true, watch_interval: 'daily', workspace_scan: true, read_activity: true },
	...{ request_timeout: 10, cache_seconds: 0 },
};

/** Those of the server, which apps may read. */
export const serverSettings: fc.Arbitrary<Settings> = fc.record(
	{
		Language: fc.oneof(fc.constantFrom('en', 'de', 'pt-BR', 'ru', 'xx', '', 'EN_us'), typedText),
		Message_MaxAllowedSize: fc.constantFrom(5000, 5000, 2000, 1000, 100_000),
		API_Default_Count: fc.constantFrom(1, 50, 0),
		API_Upper_Count_Limit: fc.constantFrom(1, 10, 100),
		API_Allow_Infinite_Count: fc.boolean(),
		API_Enable_Rate_Limiter: fc.boolean(),
		API_Enable_Rate_Limiter_Limit_Calls_Default: fc.constantFrom(1, 3, 10),
		FileUpload_Enabled: fc.boolean(),
		FileUpload_Enabled_Direct: fc.boolean(),
		FileUpload_MaxFileSize: fc.constantFrom(-1, 20, 104_857_600),
		FileUpload_MediaTypeWhiteList: fc.constantFrom('', 'image/*', 'text/*'),
		FileUpload_MediaTypeBlackList: fc.constantFrom('', 'text/csv'),
		E2E_Enable: fc.boolean(),
		E2E_Allow_Unencrypted_Messages: fc.boolean(),
		Threads_enabled: fc.boolean(),
		Site_Url: fc.constantFrom(here, here, here, `${here}/`, '', 'nonsense', 7),
	},
	{ requiredKeys: [] },
);

/** The settings with the address of the server that is there. */
export function withAddress(settings: Settings, url: string): Settings {
	const [, host = ''] = url.split('//');
	const filled = (value: unknown): unknown =>
		typeof value === 'string' ? value.replaceAll(/\/\/here|@here/g, (found) => found.replace('here', host)) : value;
	return Object.fromEntries(Object.entries(settings).map(([id, value]) => [id, filled(value)]));
}
