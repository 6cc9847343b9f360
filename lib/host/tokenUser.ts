/** Whose token the app uses: who can mend a refusal has to know whom to permit or to invite. */
import type { IUserRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { Failure } from '../failure';

/** Adds the username of the token's user to a failure that is about that user, where it can be looked up. */
export async function nameTokenUser(failure: Failure, userId: string, users: Pick<IUserRead, 'getById'>): Promise<Failure> {
	if (failure.kind !== 'permissionMissing' && failure.kind !== 'forbidden' && failure.kind !== 'groupNotFound') {
		return failure;
	}
	const username = await users
		.getById(userId)
		.then((user) => user.username)
		.catch(() => '');
	return username ? { ...failure, user: username } : failure;
}
