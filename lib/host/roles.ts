/** The roles in the setting *Who may ask*, by id or name: whether they exist, and whether somebody holds one. */
import type { HostPorts } from './ports';

type RolePorts = Pick<HostPorts, 'roles' | 'appId'>;

/** The roles within a room. */
const roomRoles = ['owner', 'moderator', 'leader'];

/** Whether an entry of `allowed_roles` is a role within a room. */
export function isRoomRole(name: string): boolean {
	return roomRoles.includes(name.toLowerCase());
}

/** Gives the entries of `allowed_roles` that are no role; undefined where a look-up failed. */
export async function findUnknownRoles(names: readonly string[], ports: RolePorts): Promise<readonly string[] | undefined> {
	const asked = names.filter((name) => name !== '*' && !isRoomRole(name));
	return Promise.all(asked.map(async (name) => ((await isRole(name, ports)) ? [] : [name])))
		.then((unknown) => unknown.flat())
		.catch(() => undefined);
}

/**
 * Ids may be typed in any capitals, names not. A custom role with scope `Subscriptions` is given within rooms, and the engine
 * does not tell an app who has it: it counts as unknown.
 */
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
 * Whether one of the role ids in `held` belongs to a role of one of these names: the id of a custom role is random, so the
 * name must be looked up. Undefined: not found, and a look-up failed.
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
