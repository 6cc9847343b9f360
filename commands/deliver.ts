/** Hands what came of a question to the one who should read it: into the room, to the caller alone, into a panel. */
import type { Answer } from '../lib/answer';
import { type Posting, toPosting } from '../lib/uikit/blocks';
import { controlsUnder } from '../lib/uikit/buttons';
import { fail, type Result } from '../lib/failure';
import { withRemark } from '../lib/messages/message';
import type { Asked } from '../lib/uikit/buttonValue';
import { renderPanel, renderWaiting, type View } from '../lib/uikit/panel';
import { editInRoom, notifyCaller, type PostPorts, postToRoom } from '../lib/host/post';
import { type Remark, renderRemark } from '../lib/messages/preface';
import { renderReply } from '../lib/messages/renderReply';
import type { Translate } from '../lib/messages/translate';
import { within } from '../lib/util/timeout';
import { timeLeft } from './deadlines';
import type { Surroundings } from './context';

/** One question on its way to an answer. */
export interface Errand {
	readonly asked: Asked;
	readonly surroundings: Surroundings;
	readonly post: PostPorts;
	readonly appId: string;
	/** Epoch, milliseconds. */
	readonly startedAt: number;
	/** The posted message that the answer belongs into. */
	readonly inPlace?: string | undefined;
}

/** What a client is shown at once, and what follows by itself. */
export interface Shown {
	readonly view?: View;
	readonly later?: Promise<void>;
}

/** To the caller alone, in the caller's language. Rejects where that is not done in time: no other way is left. */
export async function tellCaller(reply: Result<Answer>, errand: Errand, remark?: Remark): Promise<void> {
	const { surroundings, post, startedAt } = errand;
	const posting = toBePosted(reply, errand, surroundings.forCaller, remark);
	const told = await within(notifyCaller(posting, surroundings.destination, post), timeLeft(startedAt, 'notice'));
	if (told.late) {
		throw new Error('hostSilent');
	}
}

function toBePosted(reply: Result<Answer>, { asked, appId }: Errand, t: Translate, remark?: Remark): Posting {
	const message = renderReply(reply, t);
	const controls = reply.ok ? controlsUnder(reply.value, asked, t) : [];
	return toPosting(remark ? withRemark(message, renderRemark(remark, asked.query, t)) : message, controls, appId);
}

/** Waits until Rocket.Chat has taken what it was given; where it says nothing, the caller is told that. */
export async function handOver<T>(work: Promise<T>, errand: Errand): Promise<T | undefined> {
	const taken = await within(work, timeLeft(errand.startedAt, 'post'));
	if (!taken.late) {
		return taken.value;
	}
	await tellCaller(fail({ kind: 'hostSilent' }), errand);
	return undefined;
}

/** Only a summary is for the room; one that the room does not take goes to the caller, with the reason. */
export async function tell(reply: Result<Answer>, errand: Errand): Promise<void> {
	const { surroundings, post, inPlace } = errand;
	if (!reply.ok || reply.value.kind !== 'report' || reply.value.report.audience !== 'room') {
		await tellCaller(reply, errand);
		return;
	}
	const posting = toBePosted(reply, errand, surroundings.forRoom);
	const posted =
		inPlace === undefined
			? postToRoom(posting, surroundings.destination, post)
			: editInRoom(posting, inPlace, surroundings.destination, post);
	const obstacle = await handOver(posted, errand);
	if (obstacle) {
		await tellCaller(reply, errand, obstacle);
	}
}

/** Answers a click in time; what is not there by then, or has a remark, is for the caller alone. */
export async function tellInTime(work: Promise<Result<Answer>>, errand: Errand, remark?: Remark): Promise<Shown> {
	const answered = await within(work, timeLeft(errand.startedAt, 'click'));
	if (answered.late) {
		return { later: work.then(async (reply) => tellCaller(reply, errand, remark ?? 'late')) };
	}
	return meanwhile(remark ? tellCaller(answered.value, errand, remark) : tell(answered.value, errand), errand);
}

/** What the client need not see done. */
async function meanwhile(telling: Promise<void>, { startedAt }: Errand): Promise<Shown> {
	return (await within(telling, timeLeft(startedAt, 'click'))).late ? { later: telling } : {};
}

/** Fills a panel in time, or says in it that the answer follows. One that would open for a failure alone stays closed. */
export async function showInTime(work: Promise<Result<Answer>>, errand: Errand, isOpen: boolean): Promise<Shown> {
	const { asked, appId, surroundings } = errand;
	const answered = await within(work, timeLeft(errand.startedAt, 'click'));
	if (answered.late) {
		const view = renderWaiting(asked, appId, surroundings.forCaller);
		return { view, later: work.then(async (reply) => tellCaller(reply, errand, 'late')) };
	}
	if (!answered.value.ok && !isOpen) {
		return meanwhile(tellCaller(answered.value, errand), errand);
	}
	return { view: renderPanel(answered.value, asked, appId, surroundings.forCaller) };
}
