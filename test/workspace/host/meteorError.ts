/** Meteor's error, as it reads once it has crossed to an app. */
export function meteorError(code: string, reason: string): Error {
	return new Error(`${reason} [${code}]`);
}
