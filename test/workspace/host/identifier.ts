import { randomBytes } from 'node:crypto';

/** An id of the length that the server gives its records. */
export function newId(): string {
	return randomBytes(13).toString('base64url').slice(0, 17);
}
