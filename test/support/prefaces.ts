/** Every remark that can stand before an answer, as the tests of its sentences need it. */
import type { Preface } from '../../lib/messages/preface';

/** A remark that is missing here is a type error. */
const prefaces: Readonly<Record<Preface, true>> = {
	readOnly: true,
	archived: true,
	encrypted: true,
	muted: true,
	callerMuted: true,
	tooLong: true,
	noAppUser: true,
	notChanged: true,
	unknown: true,
	late: true,
	noPanel: true,
	anothers: true,
};

/** Each of them once. */
export const eachPreface = Object.keys(prefaces) as readonly Preface[];
