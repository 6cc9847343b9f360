import type { IRole } from '@rocket.chat/apps-engine/definition/roles';
import { RoleBridge } from '@rocket.chat/apps-engine/server/bridges/RoleBridge';
import type { Workspace } from '../../model';

type StoredRole = Workspace['roles'][number];

/** Built-in roles have their name as id; that is also how they are told from custom ones here. */
function toAppRole({ id, name }: StoredRole): IRole {
	const scope = ['owner', 'moderator', 'leader'].includes(id) ? 'Subscriptions' : 'Users';
	const role: Record<string, unknown> = { id, name, description: '', mandatory2fa: false, protected: id === name, scope };
	return role as unknown as IRole;
}

/** Looks the workspace's roles up. */
export class Roles extends RoleBridge {
	public constructor(private readonly workspace: Workspace) {
		super();
	}

	protected override getOneByIdOrName(idOrName: string): Promise<IRole | null> {
		const role = this.workspace.roles.find(({ id, name }) => id === idOrName || name === idOrName);
		return Promise.resolve(role ? toAppRole(role) : null);
	}

	protected override getCustomRoles(): Promise<IRole[]> {
		return Promise.resolve(this.workspace.roles.filter(({ id, name }) => id !== name).map(toAppRole));
	}
}
