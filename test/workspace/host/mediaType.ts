import { getMimeType } from 'hono/utils/mime';

const UNKNOWN = 'application/octet-stream';

/** The media type that a file's name stands for. The server looks into a file whose name says nothing; here that is not known. */
export function mediaTypeOf(name: string): string {
	return getMimeType(name)?.split(';')[0] ?? UNKNOWN;
}

/** Whether the server's lists let a media type in: the black one wins, and an empty one says nothing. */
export function isAccepted(type: string, lists: { readonly white: string; readonly black: string }): boolean {
	if (isOn(type, lists.black)) return false;
	return lists.white === '' || lists.white === '*' || isOn(type, lists.white);
}

/** A list names types, and kinds of them: `text/csv, image/*`. */
function isOn(type: string, list: string): boolean {
	const names = list.split(',').map((name) => name.trim());
	return names.includes(type) || names.includes(type.replace(/\/.*$/, '/*'));
}
