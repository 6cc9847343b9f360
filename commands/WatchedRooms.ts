/** The round through the watched rooms, which the engine begins every few minutes. Catches every error: nobody waits for an answer. */
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import { kindOf, lookUpRoom } from '../lib/host/lookUpRoom';
import { sendDirectMessage } from '../lib/host/directMessage';
import { isUser, postToRoom } from '../lib/host/post';
import { readServerSettings } from '../lib/host/workspaceSettings';
import type { Failure } from '../lib/failure';
import { renderFailure } from '../lib/messages/renderFailure';
import { renderDigest, renderTrouble } from '../lib/messages/renderWatch';
import { createGet } from '../lib/rest/client';
import { connectionKey, toConnection } from '../lib/rest/connection';
import type { Settings } from '../lib/settings';
import { buttonMaker } from '../lib/uikit/buttons';
import { toPosting } from '../lib/uikit/stamp';
import { now } from '../lib/util/clock';
import { late, withTimeout } from '../lib/util/timeout';
import { type Digest, goRound, type RoundPorts } from '../lib/watch/rounds';
import type { Watch } from '../lib/watch/watch';
import { answerPorts, type Context, type Engine, lookUpContext, plainQuery, postPorts } from './context';
import { logUnforeseen } from './logFailure';
import type { Memory } from './memory';

/** Milliseconds. The engine gives a run 30 s and forgets it then, while the app goes on: nothing is begun after the first. */
const [longest, patience] = [20_000, 25_000];

export class WatchedRooms {
	/** One round at a time in this process. */
	private isUnderWay = false;

	public constructor(private readonly memory: Memory) {}

	/** Goes one round, unless one is under way. Never rejects. */
	public async goRound(engine: Engine): Promise<void> {
		if (this.isUnderWay) {
			return;
		}
		this.isUnderWay = true;
		const round = this.begin(engine)
			.catch((error: unknown) => {
				logUnforeseen(error, engine.app);
			})
			.finally(() => {
				this.isUnderWay = false;
			});
		await withTimeout(round, patience, late);
	}

	private async begin(engine: Engine): Promise<void> {
		const deadline = now() + longest;
		const ports = answerPorts(engine, this.memory);
		const [settings, { siteUrl }] = await Promise.all([ports.readSettings(), readServerSettings(ports.serverSettings)]);
		const connection = toConnection(settings, siteUrl);
		const round: RoundPorts = {
			...ports,
			deadline,
			source: {
				get: connection.ok
					? createGet(connection.value, { requestTimeout: settings.requestTimeout, deadline }, ports)
					: async () => Promise.resolve(connection),
				cache: this.memory.cache,
				connectionKey: connection.ok ? connectionKey(connection.value) : '',
				keepFor: 0,
			},
			getRoom: async (id) => engine.read.getRoomReader().getById(id),
			tell: async (digest) => this.tell(digest, settings, engine),
			complain: async (watches, why) => this.complain(watches, why, engine),
		};
		await goRound(settings, round);
	}

	/** Into the room, or to who switched it on, as the setting says. */
	private async tell({ room, watch, changes }: Digest, settings: Settings, engine: Engine): Promise<boolean> {
		const kind = kindOf(room);
		const person = await findPerson(watch, engine);
		if (!kind.ok || !person) {
			return false;
		}
		const { destination, forRoom, forCaller } = await this.contextOf(room, person, engine);
		const place = await lookUpRoom(room, kind.value, engine.read.getUserReader());
		if (settings.replyVisibility === 'sender') {
			return this.send(renderDigest(place, changes, forCaller).text, { person, destination }, engine);
		}
		const origin = { roomId: watch.roomId, askerId: watch.byId, threadId: '' };
		const browse = buttonMaker(plainQuery, origin, forRoom)('browse');
		const posting = toPosting(renderDigest(place, changes, forRoom), [browse], engine.app.getID());
		return (await postToRoom(posting, destination, postPorts(engine, this.memory))) === undefined;
	}

	private async complain(watches: readonly Watch[], why: Failure, engine: Engine): Promise<void> {
		const byPerson = new Map<string, Watch[]>();
		for (const watch of watches) {
			byPerson.set(watch.byId, [...(byPerson.get(watch.byId) ?? []), watch]);
		}
		await Promise.all([...byPerson.values()].map(async (theirs) => this.complainTo(theirs, why, engine)));
	}

	private async complainTo(theirs: readonly Watch[], why: Failure, engine: Engine): Promise<void> {
		const [watch] = theirs;
		const room = watch && (await engine.read.getRoomReader().getById(watch.roomId));
		const person = watch && (await findPerson(watch, engine));
		if (room && person) {
			const { destination, forCaller: t } = await this.contextOf(room, person, engine);
			await this.send(renderTrouble(theirs, renderFailure(why, t).text, t), { person, destination }, engine);
		}
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

/** Who switched it on; where there is no such user any more, the app's own: nobody else speaks there through it. */
async function findPerson({ byId }: Watch, { read }: Engine): Promise<IUser | undefined> {
	const users = read.getUserReader();
	const found: IUser | undefined = await users.getById(byId).catch(() => undefined);
	return found ?? users.getAppUser().catch(() => undefined);
}
