/** Whose token the app uses: who can mend a refusal has to know whom to permit or to invite. */
import type { Failure } from '../failure';
import type { HostPorts } from './ports';

/** Adds the username of the token's user to a failure that is about that user, where it can be looked up. */
export async function nameTokenUser(failure: Failure, userId: string, users: HostPorts['users']): Promise<Failure> {
	if (!isAboutTokenUser(failure)) {
		return failure;
	}
	const username = await users
		.getById(userId)
		.then((user) => user.username)
		.catch(() => '');
	return withTokenUser(failure, username);
}

function isAboutTokenUser(failure: Failure): failure is Failure<'permissionMissing' | 'forbidden' | 'groupNotFound'> {
	return failure.kind === 'permissionMissing' || failure.kind === 'forbidden' || failure.kind === 'groupNotFound';
}

/** Adds a username, if it is known, to a failure that is about the token's user; any other failure stays as it is. */
export function withTokenUser(failure: Failure, username: string): Failure {
	return username && isAboutTokenUser(failure) ? { ...failure, user: username } : failure;
}
