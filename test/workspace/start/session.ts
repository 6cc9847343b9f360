import { changeWebhook, type Deed, goLater } from '../happenings';
import { watchAnswers } from '../host/command';
import { sendMessage } from '../host/sendMessage';
import type { Generation, Room, User } from '../model';
import { roomIds, userIds } from '../sample';
import type { Running } from './boot';
import { type Entry, entriesOf, entryElsewhere } from './conversation';
import { messageOf } from './failures';
import { showFile } from './file';
import { parseLine } from './line';
import { findRoom, labelOf, typedName } from './places';
import { sentences } from './sentences';
import { setSetting } from './setSetting';

/** Somebody who sits in a room of the workspace and types. */
export interface Session {
	readonly running: Running;
	who: User;
	where: Room;
}

type Command = (session: Session, rest: string) => Entry[] | Promise<Entry[]>;

/** The commands of the terminal itself; those of the app are registered with the host. */
const own: ReadonlyMap<string, Command> = new Map<string, Command>([
	['as', as],
	['in', go],
	['set', async ({ running }, rest) => [await setSetting(running.host, rest)]],
	['server', server],
	['later', later],
	['webhook', webhook],
	['file', ({ running, who }, rest) => [showFile(running.workspace, who, rest)]],
	['help', () => note(sentences.help)],
]);

const generations: readonly Generation[] = ['7', '8.8', '9', 'strict'];

/** Starts as the owner of a channel; `/as` and `/in` change that. */
export function createSession(running: Running): Session {
	const who = running.workspace.users.find(({ id }) => id === userIds.li);
	const where = running.workspace.rooms.find(({ id }) => id === roomIds.support);
	if (!who || !where) throw new Error('The sample workspace has no li, or no support');
	return { running, who, where };
}

/** Does what a typed line says, and tells what came of it. */
export async function typeLine(session: Session, typed: string): Promise<Entry[]> {
	const line = parseLine(typed);
	if (line.kind === 'nothing') return [];
	if (line.kind === 'text') return post(session, line.text);
	const { registered } = session.running.host.bridges.commands;
	if (registered.has(line.name)) return runCommand(session, line.text);
	const command = own.get(line.name);
	return command
		? command(session, line.rest)
		: refusal(sentences.unknownCommand(line.name, [...registered.keys(), ...own.keys()]));
}

/** The header of the room that the session is in. */
export function roomEntry({ running, who, where }: Session): Entry & { kind: 'room' } {
	return { kind: 'room', label: labelOf(where, running.workspace, who.id) };
}

function post({ running, who, where }: Session, text: string): Entry[] {
	try {
		sendMessage(running.workspace, { senderId: who.id, roomId: where.id, text });
		return [{ kind: 'message', who: who.username, text, onlyYou: false }];
	} catch (error) {
		return refusal(sentences.notPosted(messageOf(error)));
	}
}

async function runCommand({ running, who, where }: Session, text: string): Promise<Entry[]> {
	const typed: Entry = { kind: 'typed', who: who.username, text };
	try {
		const reply = await running.host.runCommand({ userId: who.id, roomId: where.id, text });
		const added = entriesOf(running, reply, who.id, where.id);
		return [typed, ...(added.length > 0 ? added : note(sentences.nothingAdded))];
	} catch (error) {
		return [typed, ...refusal(sentences.commandFailed(messageOf(error)))];
	}
}

function as(session: Session, rest: string): Entry[] {
	const people = session.running.workspace.users.filter(({ type }) => type === 'user');
	const wanted = rest.replace(/^@/, '').toLowerCase();
	const found = people.find(({ username }) => username.toLowerCase() === wanted);
	if (!found) return refusal(sentences.unknownUser(rest, people.map(({ username }) => username).sort()));
	session.who = found;
	return note(sentences.nowUser(found.username, found.name));
}

function go(session: Session, rest: string): Entry[] {
	const { workspace } = session.running;
	const found = findRoom(workspace, rest, session.who.id);
	if (!found) return refusal(sentences.unknownRoom(rest, [...new Set(workspace.rooms.map(typedName))]));
	session.where = found;
	return [roomEntry(session)];
}

function server({ running }: Session, rest: string): Entry[] {
	const generation = generations.find((one) => one === rest);
	if (!generation) return refusal(sentences.unknownGeneration(generations));
	running.workspace.generation = generation;
	return note(sentences.nowGeneration(generation));
}

const units: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

async function later({ running, who }: Session, rest: string): Promise<Entry[]> {
	const [, count = '', unit = ''] = /^(\d{1,3}) (minute|hour|day)s?$/.exec(rest) ?? [];
	const milliseconds = Number(count) * (units[unit] ?? 0);
	if (milliseconds === 0) return refusal(sentences.unknownTime);
	const added = watchAnswers(running.workspace);
	await goLater(running.host, milliseconds);
	const { messages, notices } = added();
	const told = messages.map((message) => entryElsewhere(running.workspace, message, who.id));
	return [...note(sentences.nowLater(rest, messages.length + notices.length)), ...told];
}

const deeds: readonly Deed[] = ['add', 'switch', 'remove'];

function webhook({ running, who, where }: Session, rest: string): Entry[] {
	const [, typed = '', name = ''] = /^(\S+) (.+)$/.exec(rest) ?? [];
	const deed = deeds.find((one) => one === typed);
	if (!deed) return refusal(sentences.unknownDeed(deeds));
	return changeWebhook(running.workspace, where, { deed, name, by: who })
		? note(sentences.done(deed, name))
		: refusal(sentences.unknownWebhook(name));
}

function note(text: string): Entry[] {
	return [{ kind: 'note', text }];
}

function refusal(text: string): Entry[] {
	return [{ kind: 'refusal', text }];
}
