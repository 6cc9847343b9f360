/** Roles that somebody typed into the settings, by id or by name: which there are, and which somebody has. */
import type { HostPorts } from './ports';

type RolePorts = Pick<HostPorts, 'roles' | 'appId'>;

/** These need no look-up: the room's own, and everybody. */
const ownWords = ['owner', 'moderator', 'leader', '*'];

/** Finds the entries of `allowed_roles` that name no role; undefined where roles cannot be looked up. */
export async function findUnknownRoles(names: readonly string[], ports: RolePorts): Promise<readonly string[] | undefined> {
	const asked = names.filter((name) => !ownWords.includes(name.toLowerCase()));
	return Promise.all(asked.map(async (name) => ((await isRole(name, ports)) ? [] : [name])))
		.then((unknown) => unknown.flat())
		.catch(() => undefined);
}

/** By id in any capitals, by name as it is; a custom role of rooms is never among the roles that a caller holds. */
async function isRole(typed: string, { roles, appId }: RolePorts): Promise<boolean> {
	const spellings = [...new Set([typed, typed.toLowerCase()])];
	const found = await Promise.all(
		spellings.map(async (spelling) => {
			const role = await roles.getOneByIdOrName(spelling, appId);
			return role?.id !== undefined && role.scope !== 'Subscriptions' && (spelling === typed || role.id === spelling);
		}),
	);
	return found.includes(true);
}

/**
 * Whether one of the role ids that somebody holds has one of these names: custom roles have random ids, and the server knows
 * which id a name has. Undefined where a role that might have been it could not be looked up.
 */
export async function holdsRoleByName(
	held: readonly string[],
	names: readonly string[],
	{ roles, appId }: RolePorts,
): Promise<boolean | undefined> {
	const found = await Promise.all(
		names.map(async (name) =>
			roles
				.getOneByIdOrName(name, appId)
				.then((role) => role !== null && held.includes(role.id))
				.catch(() => undefined),
		),
	);
	return found.includes(true) || (found.includes(undefined) ? undefined : false);
}
