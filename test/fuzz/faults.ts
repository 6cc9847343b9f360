/** What can be the matter with the server, and with Rocket.Chat itself, as data. */
import fc from 'fast-check';
import type { Mood } from '../workspace/model';
import { anyJson, secretRows } from '../properties/json';

/** How the server answers instead of answering. */
export type Answering =
	| { readonly how: 'mood'; readonly mood: Mood }
	| { readonly how: 'body'; readonly status: number; readonly type: string; readonly body: string }
	| { readonly how: 'redirect'; readonly to: string }
	/** Its answer never ends, or never begins. */
	| { readonly how: 'endless' | 'silent' };

/** `path`: a part of the paths that it concerns; empty: all. `after`: so many requests are answered before. */
export interface ServerFault {
	readonly answering: Answering;
	readonly path: string;
	readonly after: number;
}

/** A question to Rocket.Chat itself that is refused, or hangs. */
export interface HostFault {
	/** The end of the call's name. */
	readonly name: string;
	readonly how: 'refuses' | 'hangs';
	readonly after: number;
}

export interface Fault {
	readonly server?: ServerFault;
	readonly host?: HostFault;
}

export const noFault: Fault = {};

const lists = secretRows.map((integrations) => JSON.stringify({ integrations, count: 3, offset: 0, total: 7, success: true }));
const histories = secretRows.map((history) => JSON.stringify({ history, count: 1, offset: 0, total: 1, success: true }));
const json = fc.oneof(
	lists,
	lists,
	histories,
	anyJson.map((value) => JSON.stringify(value)),
);

const body: fc.Arbitrary<Answering> = fc.record({
	how: fc.constant('body'),
	status: fc.constantFrom(200, 200, 200, 200, 201, 204, 400, 401, 403, 404, 407, 413, 429, 500, 503, 511),
	type: fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/html', 'text/plain', ''),
	body: fc.oneof(
		{ weight: 5, arbitrary: json },
		json.map((text) => text.slice(0, -3)),
		fc.constantFrom('', '<h1>CANARY</h1>', '{"success":false,"error":"CANARY @all [error-CANARY]"}', `[${'['.repeat(20_000)}`),
		fc.constantFrom(`{"status":"error","message":"@all CANARY"}`, `{"success":true,"integrations":"${'x'.repeat(100_000)}"}`),
	),
});

const answering: fc.Arbitrary<Answering> = fc.oneof(
	{
		weight: 3,
		arbitrary: fc
			.constantFrom<Mood[]>('401', '403', '429', '502', 'slow', 'down', 'html')
			.map((mood) => ({ how: 'mood' as const, mood })),
	},
	{ weight: 4, arbitrary: body },
	fc.constantFrom('/', '/login?CANARY', '/api/info', 'ftp://CANARY', '//').map((to) => ({ how: 'redirect' as const, to })),
	fc.constantFrom('endless' as const, 'silent' as const).map((how) => ({ how })),
);

const after = fc.nat({ max: 3 });
const paths = ['', '', '.getIntegrations', 'integrations.list', 'integrations.history', '/me', 'permissions.listAll', '/info'];

/** The calls that the app makes. */
const hostCalls = [
	...['getAppUser', 'getUserReader.getById', 'getByUsername', 'getSettings.getValueById', 'getServerSettings.getValueById'],
	...['getOwners', 'getModerators', 'getLeaders', 'getMessages', 'getRoomReader.getById', 'getByName', 'getOneByIdOrName'],
	...['getUserUnreadMessageCount', 'getDirectByUsernames', 'getMessageReader.getById', 'doGetById', 'doCall', 'doCreate'],
	...['doUpdate', 'doNotifyUser', 'openSurfaceView', 'updateSurfaceView', 'uploadBuffer', 'readByAssociations'],
	...['readByAssociation', 'updateByAssociations', 'removeByAssociations', 'scheduleRecurring'],
];

/** Where the app has no other way left: the log tells these, under an id that whoever asked is told, where possible. */
export const unforeseen: readonly string[] = [
	...['doNotifyUser', 'getSettings.getValueById', 'openSurfaceView', 'updateSurfaceView'],
];

/** Where nobody can be told anything: by a notice that fails. */
export const untold: readonly string[] = ['doNotifyUser'];

const serverFault = fc.record({ answering, path: fc.constantFrom(...paths), after });
const hostFault = fc.record({
	name: fc.constantFrom(...hostCalls),
	how: fc.constantFrom<HostFault['how'][]>('refuses', 'refuses', 'hangs'),
	after,
});

/** Mostly one that ends the others. */
export const anyFault: fc.Arbitrary<Fault> = fc.oneof(
	{ weight: 3, arbitrary: fc.constant(noFault) },
	{ weight: 3, arbitrary: serverFault.map((server) => ({ server })) },
	{ weight: 2, arbitrary: hostFault.map((host) => ({ host })) },
	fc.record({ server: serverFault, host: hostFault }),
);

/** How much faster time goes while something is waited for: the app waits 26 s at most, a person's client 3.5 s. */
export function paceOf({ server, host }: Fault): number {
	const { answering } = server ?? {};
	const isSlow =
		answering?.how === 'endless' || answering?.how === 'silent' || (answering?.how === 'mood' && answering.mood === 'slow');
	return isSlow || host?.how === 'hangs' ? 20 : 1;
}
