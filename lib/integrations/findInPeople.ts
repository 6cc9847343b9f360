/** What can be wrong with the users behind an integration: as whom it posts, and who made it. */
import { type KnownPerson, membership, posterKey } from './evidence';
import { postsHere } from './firing';
import type { Found, Known } from './known';
import { knownRooms } from './places';
import type { Row } from './reach';

/** Gives the findings about the users behind an integration, in no order. */
export function findInPeople(row: Row, known: Known): Found {
	const { integration } = row;
	const { createdBy, createdById } = integration;
	const ofPoster = findInPoster(row, known).filter((finding) => finding !== false);
	const isSame = integration.type === 'incoming' ? createdById === integration.userId : createdBy === integration.username;
	const creator = known.people.get(createdById);
	// What is wrong with a user who made it and whom it posts as is said once.
	if (!creator || (isSame && ofPoster.length > 0)) {
		return ofPoster;
	}
	return [
		...ofPoster,
		!creator.there && { kind: 'creatorMissing', user: createdBy },
		creator.there && !creator.active && { kind: 'creatorInactive', user: createdBy },
	];
}

/** An incoming integration posts as the user with the stored id, and does not work without one; the stored name may be old. */
function findInPoster(row: Row, known: Known): Found {
	const { integration } = row;
	const { type, username: user } = integration;
	const key = posterKey(integration);
	const poster = known.people.get(key);
	if (poster?.there !== true) {
		return [(poster !== undefined || (type === 'incoming' && key === '')) && { kind: 'posterMissing', user }];
	}
	const isRenamed = type === 'incoming' && ![user, poster.username].includes('') && user !== poster.username;
	return [
		integration.enabled && !poster.active && { kind: 'posterInactive', user },
		isRenamed && { kind: 'posterRenamed', user, now: poster.username },
		...(integration.enabled && postsHere(row) ? findRefusals(row, poster, known) : []),
	];
}

type Poster = Extract<KnownPerson, { there: true }>;

/** For what the room or the server refuses its posts. */
function findRefusals(row: Row, poster: Poster, known: Known): Found {
	const { integration } = row;
	const { subject, rights } = known;
	const { username: user } = poster;
	const { members, staff, readOnlyPosters, impersonators } = rights;
	const isIncoming = integration.type === 'incoming';
	if (subject.kind === 'workspace') {
		return isIncoming ? findRefusalsAnywhere(row, poster, known) : [];
	}
	const isStaff = staff?.includes(integration.userId) === true;
	const lacks = (holders: readonly string[] | undefined): boolean =>
		holders !== undefined && staff !== undefined && !holds(poster, isStaff, holders);
	return [
		subject.muted.includes(user) && { kind: 'posterMuted', user },
		isIncoming && members.get(membership(integration.userId, subject.id)) === false && { kind: 'posterOutside', user },
		isIncoming &&
			subject.readOnly &&
			!subject.unmuted.includes(user) &&
			lacks(readOnlyPosters) && { kind: 'posterReadOnly', user },
		isIncoming && lacks(impersonators) && { kind: 'posterImpersonates', user },
	];
}

/** For what one of the rooms that it names, or the server, refuses its posts. Who has a role in a room is not known of so many. */
function findRefusalsAnywhere(row: Row, poster: Poster, { places, rights }: Known): Found {
	const { username: user } = poster;
	const { members, impersonators } = rights;
	const rooms = knownRooms(row, places);
	const muting = rooms.find(({ muted }) => muted.includes(user));
	const closed = rooms.find(({ id }) => members.get(membership(row.integration.userId, id)) === false);
	const isForAll = impersonators?.some((role) => roomRoles.includes(role)) === false;
	return [
		muting !== undefined && { kind: 'posterMuted', user, room: muting.name },
		closed !== undefined && { kind: 'posterOutside', user, room: closed.name },
		isForAll && !holds(poster, false, impersonators) && { kind: 'posterImpersonates', user },
	];
}

/** Roles that are given within a room. */
const roomRoles = ['owner', 'moderator', 'leader'];

function holds({ roles }: Poster, isStaff: boolean, holders: readonly string[]): boolean {
	return holders.some((role) => roles.includes(role) || (isStaff && roomRoles.includes(role)));
}
