/** The server's version, as its endpoint `info` tells it. */
import type { Result } from '../failure';
import type { Reply } from './response';

/** The version if it has the form `8.1.0-rc.1`, else empty: it is shown as it is, so nothing else may be in it. */
export function readVersion(info: Result<Reply>): string {
	const version = info.ok ? info.value.body.version : undefined;
	return typeof version === 'string' && /^\d+(\.\d+){0,2}(-[a-z]+(\.\d+)?)?$/.test(version) ? version : '';
}

/** Whether a version is this one or newer; undefined where it is not known. */
export function isFrom(version: string, [major, minor]: readonly [number, number]): boolean | undefined {
	const [first, second = 0] = version.split(/[.-]/).map(Number);
	return version === '' || first === undefined ? undefined : first > major || (first === major && second >= minor);
}
