/** The round through the watched rooms, which the engine begins every few minutes. Catches every error: nobody waits for an answer. */
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { kindOf, lookUpRoom } from '../lib/host/lookUpRoom';
import { sendDirectMessage } from '../lib/host/directMessage';
import { isUser, postToRoom } from '../lib/host/post';
import { readServerSettings } from '../lib/host/workspaceSettings';
import { type Failure, success } from '../lib/failure';
import { renderFailure } from '../lib/messages/renderFailure';
import { renderDigest, renderTrouble } from '../lib/messages/renderWatch';
import { toConnection } from '../lib/rest/connection';
import { openSource } from '../lib/rest/openSource';
import type { Settings } from '../lib/settings';
import { buttonMaker } from '../lib/uikit/buttons';
import { toPosting } from '../lib/uikit/stamp';
import { now } from '../lib/util/clock';
import { late, withTimeout } from '../lib/util/timeout';
import { goRound, type RoundPorts } from '../lib/watch/rounds';
import type { Digest } from '../lib/watch/tellRoom';
import type { Watch } from '../lib/watch/watch';
import { answerPorts, type Context, type Engine, lookUpContext, plainQuery, postPorts } from './context';
import { failureFor } from './forReader';
import { logUnforeseen } from './logFailure';
import type { Memory } from './memory';
import { findRooms, placesFor } from './watchedPlaces';

/**
 * Milliseconds. The engine gives a run 30 s and forgets it then, while the app goes on: nothing is begun after the first, and a round
 * that hangs stands in the way of no other after the last.
 */
const [longest, patience, forgotten] = [20_000, 25_000, 60_000];

export class WatchedRooms {
	/** When the round under way began: one at a time in this process. Epoch, milliseconds. */
	private begunAt: number | undefined;

	public constructor(private readonly memory: Memory) {}

	/** Goes one round, unless one is under way. Never rejects. */
	public async goRound(engine: Engine): Promise<void> {
		const startedAt = now();
		if (this.begunAt !== undefined && startedAt - this.begunAt < forgotten) {
			return;
		}
		this.begunAt = startedAt;
		const round = this.begin(engine)
			.catch((error: unknown) => {
				logUnforeseen(error, engine.app);
			})
			.finally(() => {
				this.begunAt = this.begunAt === startedAt ? undefined : this.begunAt;
			});
		await withTimeout(round, patience, late);
	}

	private async begin(engine: Engine): Promise<void> {
		const deadline = now() + longest;
		const ports = answerPorts(engine, this.memory);
		const [settings, { siteUrl }] = await Promise.all([ports.readSettings(), readServerSettings(ports.serverSettings)]);
		const connection = toConnection(settings, siteUrl);
		const { requestTimeout } = settings;
		const source = connection.ok
			? success(openSource(connection.value, { requestTimeout, deadline, keepFor: 0 }, ports))
			: connection;
		const round: RoundPorts = {
			...ports,
			deadline,
			getRoom: async (id) => engine.read.getRoomReader().getById(id),
			tell: async (digest) => this.tell(digest, settings, engine),
			report: (error) => {
				logUnforeseen(error, engine.app);
			},
			complain: async (watches, why) => this.complain(watches, why, engine),
		};
		await goRound(settings, source, round);
	}

	/** Into the room, or to who switched it on, as the setting says; gives how many changes, undefined where that was not taken. */
	private async tell({ room, watch, changes, more }: Digest, settings: Settings, engine: Engine): Promise<number | undefined> {
		const isPrivate = settings.replyVisibility === 'sender';
		const person = await findPerson(watch, engine);
		// Where there is no such user any more, nobody but the app itself speaks in the room.
		const speaker = person ?? (isPrivate ? undefined : await engine.read.getUserReader().getAppUser());
		const kind = kindOf(room);
		if (!kind.ok || !speaker) {
			return undefined;
		}
		const { destination, forRoom, forCaller } = await this.contextOf(room, speaker, engine);
		const ports = postPorts(engine, this.memory);
		const [place, { messageLimit }] = await Promise.all([
			lookUpRoom(room, kind.value, engine.read.getUserReader()),
			readServerSettings(ports.serverSettings),
		]);
		const { message, told } = renderDigest({ place, changes, more }, messageLimit, isPrivate ? forCaller : forRoom);
		if (isPrivate) {
			return (await this.send(message.text, { person: speaker, destination }, engine)) ? told : undefined;
		}
		const origin = { roomId: watch.roomId, askerId: watch.byId, threadId: '' };
		const browse = buttonMaker(plainQuery, origin, forRoom)('browse');
		const refused = await postToRoom(toPosting(message, [browse], engine.app.getID()), destination, ports);
		return refused ? undefined : told;
	}

	/** Gives whether it was taken, or nobody is there to be told. */
	private async complain(theirs: readonly Watch[], why: Failure, engine: Engine): Promise<boolean> {
		const [watch] = theirs;
		const rooms = await findRooms(theirs, engine);
		const [room] = rooms;
		const person = watch && (await findPerson(watch, engine));
		if (!room || !person) {
			return true;
		}
		const { destination, forCaller: t } = await this.contextOf(room, person, engine);
		const places = await placesFor(person, rooms, engine);
		const reason = renderFailure(failureFor(why, person), t).text;
		return this.send(renderTrouble(places, reason, t), { person, destination }, engine);
	}

	private async contextOf(room: IRoom, caller: IUser, { read }: Engine): Promise<Context> {
		return lookUpContext({ caller, room, threadId: undefined, timeout: longest }, read, this.memory);
	}

	private async send(
		text: string,
		{ person, destination }: { readonly person: IUser; readonly destination: Context['destination'] },
		{ read, modify }: Engine,
	): Promise<boolean> {
		const { sender } = destination;
		if (!isUser(sender)) {
			return false;
		}
		const ports = { rooms: read.getRoomReader(), creator: modify.getCreator() };
		return sendDirectMessage(text, { from: sender, to: person }, ports).then(
			() => true,
			() => false,
		);
	}
}

/** Who switched it on; undefined where that user is gone, or could not be looked up. */
async function findPerson({ byId }: Watch, { read }: Engine): Promise<IUser | undefined> {
	return read
		.getUserReader()
		.getById(byId)
		.catch(() => undefined);
}
