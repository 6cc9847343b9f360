/** The story of one question, from top to bottom: may the caller ask, is the app set up, what does the server say. */
import type { IServerSettingRead, ISettingRead, IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { AccessPorts, Audience } from './access';
import { checkAccess, lookUpStanding, pickAudience } from './access';
import { toConnection } from './connection';
import type { Result } from './failure';
import { fail, success } from './failure';
import { fetchIntegrations } from './fetchIntegrations';
import type { Query } from './query';
import type { Report } from './report';
import { buildReport, fitPage } from './report';
import type { RestPorts } from './restClient';
import { createGet } from './restClient';
import type { ServerSettings } from './serverSettings';
import { readServerSettings } from './serverSettings';
import type { Settings } from './settings';
import { readSettings } from './settings';
import { nameTokenUser } from './tokenUser';

export interface AnswerPorts extends AccessPorts, RestPorts {
	readonly users: Pick<IUserRead, 'getById'>;
	readonly settings: Pick<ISettingRead, 'getValueById'>;
	readonly serverSettings: Pick<IServerSettingRead, 'getValueById'>;
}

export interface Question {
	readonly query: Query;
	readonly caller: Pick<IUser, 'id' | 'roles'>;
	readonly room: Pick<IRoom, 'id' | 'type' | 'slugifiedName'>;
	/** Epoch, milliseconds: no request is under way after it. */
	readonly deadline: number;
}

export interface Answer {
	readonly report: Report;
	readonly audience: Audience;
}

const roomKind = (type: string): Result<Report['room']['kind']> => {
	switch (type) {
		case 'c':
			return success('channel');
		case 'p':
			return success('group');
		default:
			return fail({ kind: type === 'd' ? 'directMessage' : 'omnichannelRoom' });
	}
};

interface Permit {
	readonly audience: Audience;
	readonly settings: Settings;
	readonly server: ServerSettings;
}

/** Everything that must hold before the server is asked; what is looked up for it does not depend on each other. */
const permit = async ({ query, caller, room }: Question, ports: AnswerPorts): Promise<Result<Permit>> => {
	const [settings, server, standing] = await Promise.all([
		readSettings(ports.settings),
		readServerSettings(ports.serverSettings),
		lookUpStanding(caller, room.id, ports),
	]);
	const access = await checkAccess(caller, standing, settings.allowedRoles, ports);
	const audience = access.ok ? pickAudience(settings.replyVisibility, query.visibility) : access;
	return audience.ok ? success({ audience: audience.value, settings, server }) : audience;
};

/**
 * Answers a question about the integrations of a room. No request is made before the caller's access is proven.
 * Fails as each step does: the kind of the room, access, the audience asked for, the set-up, the server, the page.
 */
export const answer = async (question: Question, ports: AnswerPorts): Promise<Result<Answer>> => {
	const { query, room, deadline } = question;
	const kind = roomKind(room.type);
	if (!kind.ok) {
		return kind;
	}
	const permitted = await permit(question, ports);
	if (!permitted.ok) {
		return permitted;
	}
	const { audience, settings, server } = permitted.value;
	const connection = toConnection(settings, server.siteUrl);
	if (!connection.ok) {
		return connection;
	}
	const get = createGet(connection.value, settings.requestTimeout, deadline, ports);
	const fetched = await fetchIntegrations({ id: room.id, kind: kind.value }, settings.includeGlobal, get);
	if (!fetched.ok) {
		return fail(await nameTokenUser(fetched.failure, settings.userId, ports.users));
	}
	const report = buildReport(fetched.value, {
		room: { id: room.id, name: room.slugifiedName, kind: kind.value },
		query,
		includeGlobal: settings.includeGlobal,
		pageSize: fitPage(settings.pageSize, server.messageLimit),
	});
	return report.ok ? success({ report: report.value, audience }) : report;
};
