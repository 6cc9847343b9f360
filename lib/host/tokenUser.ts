/** Names the token's user in a refusal, so that the reader knows whom to give a permission or to invite. */
import type { Failure } from '../failure';
import { isRecord, toText } from '../util/guards';
import type { HostPorts } from './ports';

/**
 * Adds the username of the user with this id to a failure that is about the token's user, if it can be looked up: to one of wrong
 * credentials only where that user is deactivated. Never rejects.
 */
export async function nameTokenUser(
	failure: Failure,
	userId: string,
	users: Pick<HostPorts['users'], 'getById'>,
): Promise<Failure> {
	if (!isAboutTokenUser(failure) && (failure.kind !== 'unauthorized' || userId.length > longestId)) {
		return failure;
	}
	const user: unknown = await users.getById(userId).catch(() => undefined);
	const { username, isEnabled } = isRecord(user) ? user : {};
	if (failure.kind === 'unauthorized') {
		return isEnabled === false ? { ...failure, deactivated: toText(username) } : failure;
	}
	return withTokenUser(failure, toText(username));
}

/** An id has 17 characters, or 24 of an import; a token, which may stand in its place by mistake, has 43, and is handed to nobody. */
const longestId = 24;

function isAboutTokenUser(failure: Failure): failure is Failure<'permissionMissing' | 'forbidden' | 'groupNotFound'> {
	return failure.kind === 'permissionMissing' || failure.kind === 'forbidden' || failure.kind === 'groupNotFound';
}

/** Adds a username (empty: unknown) to a failure that is about the token's user; leaves other failures as they are. */
export function withTokenUser(failure: Failure, username: string): Failure {
	return username && isAboutTokenUser(failure) ? { ...failure, user: username } : failure;
}
