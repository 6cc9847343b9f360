import { randomBytes } from 'node:crypto';

/** An id of the length that the server gives its records. */
export const newId = (): string => randomBytes(13).toString('base64url').slice(0, 17);
