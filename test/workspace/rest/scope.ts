import type { IntegrationDocument, User, Workspace } from '../model';
import { holds, INTEGRATION_PERMISSIONS } from './auth';

/** Who made an integration; null in records whose creator is not known (section 4). */
export function isBy({ id }: User, { _createdBy: creator }: IntegrationDocument): boolean {
	return typeof creator === 'object' && creator !== null && '_id' in creator && creator._id === id;
}

/** Section 1, "Permission scoping" (MQ): both own-permissions narrow the list even beside one of the "all" permissions. */
export function visibleIntegrations(workspace: Workspace, user: User): IntegrationDocument[] {
	const [allOut, allIn, ownOut, ownIn] = INTEGRATION_PERMISSIONS.map((permission) => holds(workspace, user, permission));
	return workspace.integrations.filter((row) => {
		if (allOut && allIn) {
			return true;
		}
		if (ownOut && ownIn) {
			return isBy(user, row);
		}
		const [all, own] = row.type === 'webhook-outgoing' ? [allOut, ownOut] : [allIn, ownIn];
		return all === true || (own === true && isBy(user, row));
	});
}
