import type { IntegrationHistoryRow } from '../model';
import type { Body } from './answers';
import { holds, INTEGRATION_PERMISSIONS } from './auth';
import type { Call, Endpoint } from './call';
import { pageOf } from './paging';
import { isBy, visibleIntegrations } from './scope';
import { UNSORTED } from './sort';

/** Section 3, `integrations.list`. */
export const listEndpoint: Endpoint = {
	name: 'integrations.list',
	permissions: INTEGRATION_PERMISSIONS,
	handle: handleList,
};

/** Section 12, `integrations.history`. */
export const historyEndpoint: Endpoint = {
	name: 'integrations.history',
	permissions: ['manage-outgoing-integrations', 'manage-own-outgoing-integrations'],
	handle: handleHistory,
};

function handleList(call: Call): Body {
	const { name, type } = call.query;
	const matching = visibleIntegrations(call.workspace, call.user).filter(
		(row) =>
			(!name || (typeof row.name === 'string' && row.name.toLowerCase().includes(name.toLowerCase()))) &&
			(!type || row.type === type),
	);
	const { rows, offset, total } = pageOf(call, matching, UNSORTED);
	return { integrations: rows, offset, items: rows.length, count: rows.length, total };
}

function handleHistory(call: Call): Body {
	const { workspace, user, query } = call;
	const integration = workspace.integrations.find(({ _id }) => _id === query.id);
	const mayRead =
		integration !== undefined && (holds(workspace, user, 'manage-outgoing-integrations') || isBy(user, integration));
	const matching = (workspace.history ?? []).filter((row) => mayRead && integrationIdOf(row) === query.id);
	const { rows, offset, total } = pageOf(call, matching, [{ key: '_updatedAt', direction: -1 }]);
	return { history: rows, offset, items: rows.length, count: rows.length, total };
}

function integrationIdOf({ integration }: IntegrationHistoryRow): unknown {
	return typeof integration === 'object' && integration !== null && '_id' in integration ? integration._id : undefined;
}
