/** What must hold after everything that happens. */
import { LogMessageSeverity } from '@rocket.chat/apps-engine/definition/accessors';
import { locales } from '../../lib/generated/locales';
import { renderFailure } from '../../lib/messages/renderFailure';
import { type Locale, translator } from '../../lib/messages/translate';
import { effectsOf } from '../properties/effects';
import { leftOf } from '../properties/json';
import { readBlocks } from '../support/client';
import { unforeseen, untold } from './faults';
import type { Happened } from './happened';
import type { Site } from './site';

/** What somebody who does not stand in a room is told, in any language. */
const refusals = (Object.keys(locales) as Locale[]).map(
	(locale) => renderFailure({ kind: 'notMember' }, translator(locale)).text,
);

/** The app's own example of a value. */
const example = 'by @user';

/** Every fault that is found, in words: none, if all is well. */
export function faultsIn(happened: Happened, site: Site): string[] {
	return [
		...secrets(happened, site),
		...effects(happened, site),
		...silence(happened, site),
		...errors(happened, site),
		...oversize(happened, site),
		...strangers(happened, site),
	];
}

/** Everything that left the app: by the door, as what it returned, into its log, its records and its files. */
function secrets({ passed, attempts, logs }: Happened, { host, workspace }: Site): string[] {
	const ways: Readonly<Record<string, unknown>> = {
		...Object.fromEntries(passed.filter(({ name }) => !name.endsWith('doCall')).map(({ name, params }) => [name, params])),
		returned: attempts.map(({ returned }) => returned),
		log: logs,
		records: host.persistence().map(({ data }) => data),
		files: workspace.uploads.map(({ bytes }) => Buffer.from(bytes).toString()),
	};
	return Object.entries(ways)
		.filter(([, what]) => leftOf(what).includes('canary'))
		.map(([way, what]) => `a secret left by ${way}: …${/.{0,200}canary.{0,100}/.exec(leftOf(what))?.[0] ?? ''}…`);
}

function escaped(text: string): string {
	return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The names of rooms, and links to the workspace's own pages: what the app means to do. */
function allowedIn(text: string, { workspace, url }: Site): string[] {
	const address = escaped(url);
	const links = text.match(new RegExp(`\\[[^\\]\\n\`∎]*\\]\\(${address}[^)\\s∎]*\\)|${address}[^\\s\`∎)]*`, 'g')) ?? [];
	const rooms = workspace.rooms.flatMap(({ name }) => (name === undefined ? [] : [`#${name}`]));
	return [...links, example, ...rooms.sort((one, other) => other.length - one.length)];
}

function effects({ texts }: Happened, site: Site): string[] {
	return [...new Set(texts)].flatMap((text) =>
		effectsOf(text, allowedIn(text, site)).map((effect) => `a text does something: ${effect} in ${JSON.stringify(text)}`),
	);
}

/** Each deed has one answer that is seen; one that is late has two, and where people cannot be told anything, it may have none. */
function silence({ attempts, answers }: Happened, { fault, door, workspace, denied }: Site): string[] {
	// Without its permission the engine opens no panel, and does not say so.
	const isMute = (fault.host !== undefined && untold.includes(fault.host.name)) || denied.includes('ui.interact');
	const bounds = attempts.map(({ isLink, hasTrigger, roomId, userId }) => {
		const room = workspace.rooms.find(({ id }) => id === roomId);
		const isInside = room?.members.some((member) => member.userId === userId) ?? false;
		return isLink ? [0, 0] : [isMute || (!hasTrigger && !isInside) ? 0 : 1, door.pace > 1 ? 2 : 1];
	});
	const [least, most] = [0, 1].map((end) => bounds.reduce((sum, bound) => sum + (bound[end] ?? 0), 0));
	const isRight = attempts.length === 0 || (answers >= (least ?? 0) && answers <= (most ?? 0));
	const unanswered = attempts.filter(({ returned, isClick }) => isClick && returned?.success !== true);
	return [
		...(isRight ? [] : [`${answers} answers where ${String(least)} to ${String(most)} were to come`]),
		...unanswered.map(({ returned, thrown }) => `a click got no response, but ${JSON.stringify(returned)} ${String(thrown)}`),
	];
}

/** Where nobody can be told anything, the command itself fails. */
function errors({ attempts, logs }: Happened, { fault: { host } }: Site): string[] {
	const logged = logs.flatMap(({ entries }) => entries).filter(({ severity }) => severity === LogMessageSeverity.ERROR);
	const thrown = attempts.filter((attempt) => attempt.thrown !== undefined && host?.name !== 'doNotifyUser');
	return [
		...thrown.map((attempt) => `an error came out of the app: ${JSON.stringify(attempt.thrown)} ${String(attempt.thrown)}`),
		...(host && unforeseen.includes(host.name)
			? []
			: logged.map(({ args }) => `an error is in the log: ${JSON.stringify(args)}`)),
	];
}

/** The limit is the server's default where the app may not read it, or cannot. */
function oversize({ posted }: Happened, { workspace, fault }: Site): string[] {
	const isKnown =
		!workspace.secretSettings?.includes('Message_MaxAllowedSize') && !fault.host?.name.endsWith('getServerSettings.getValueById');
	const limit = isKnown ? Number(workspace.settings.Message_MaxAllowedSize) : 5000;
	return posted
		.filter((text) => text.length > limit)
		.map((text) => `a message of ${text.length} letters, where ${limit} are allowed`);
}

/** Whoever does not stand in a room is told one and the same, whatever they do; but for help, which is for everybody. Where the app cannot see who does, nobody is. */
function strangers({ attempts, texts, views }: Happened, { workspace, fault, denied }: Site): string[] {
	const [attempt, ...others] = attempts;
	if (!attempt || others.length > 0 || fault.host || attempt.isHelp || denied.includes('room.read')) return [];
	const user = workspace.users.find(({ id }) => id === attempt.userId);
	const roles = user?.stored && 'roles' in user.stored ? [] : user?.roles;
	const members = workspace.rooms.find(({ id }) => id === attempt.roomId)?.members ?? [];
	if (roles?.includes('admin') || members.some(({ userId }) => userId === attempt.userId)) return [];
	const told = [...texts, ...views.map(({ blocks }) => readBlocks(blocks))];
	return told.filter((text) => !refusals.includes(text)).map((text) => `a stranger is told: ${JSON.stringify(text)}`);
}
