/** Hands what came of a question to the one who should read it: into the room, to the caller alone, into a panel. */
import type { Answer } from '../lib/answer';
import { fail, type Result } from '../lib/failure';
import { editInRoom, notifyCaller, type Posting, type PostPorts, postToRoom } from '../lib/host/post';
import { withPreface } from '../lib/messages/message';
import { type Preface, renderPreface } from '../lib/messages/preface';
import { renderReply } from '../lib/messages/renderReply';
import type { Translate } from '../lib/messages/translate';
import { buttonsUnder } from '../lib/uikit/buttons';
import type { Asked } from '../lib/uikit/buttonValue';
import { renderPanel, renderWaiting } from '../lib/uikit/panel';
import { toPosting, toView, type View } from '../lib/uikit/stamp';
import { late, withTimeout } from '../lib/util/timeout';
import type { Context } from './context';
import { timeLeft } from './deadlines';

/** One question on its way to an answer. */
export interface Delivery {
	readonly asked: Asked;
	readonly context: Context;
	readonly post: PostPorts;
	readonly appId: string;
	/** Epoch, milliseconds. */
	readonly startedAt: number;
	/** The posted message that the answer belongs into. */
	readonly inPlace: string | undefined;
}

/** What a client is shown at once, and what follows by itself. */
export interface Shown {
	readonly view?: View;
	readonly later?: Promise<void>;
}

/** Only a summary is for the room; one that the room does not take goes to the caller, with the reason. */
export async function tell(reply: Result<Answer>, delivery: Delivery): Promise<void> {
	const { context, post, inPlace } = delivery;
	if (!reply.ok || reply.value.kind !== 'report' || reply.value.report.audience !== 'room') {
		await tellCaller(reply, delivery);
		return;
	}
	const posting = toBePosted(reply, delivery, { t: context.forRoom });
	const posted =
		inPlace === undefined
			? postToRoom(posting, context.destination, post)
			: editInRoom({ ...posting, messageId: inPlace }, context.destination, post);
	const obstacle = await handOver(posted, delivery);
	if (obstacle) {
		await tellCaller(reply, delivery, obstacle);
	}
}

/** In which language an answer is written, and what stands before it. */
interface Writing {
	readonly t: Translate;
	readonly preface?: Preface | undefined;
}

function toBePosted(reply: Result<Answer>, { asked, appId }: Delivery, { t, preface }: Writing): Posting {
	const message = renderReply(reply, t);
	const buttons = reply.ok ? buttonsUnder(reply.value, asked, t) : [];
	const said = preface ? withPreface(message, renderPreface(preface, asked.query, t)) : message;
	return toPosting(said, buttons, appId);
}

/**
 * To the caller alone, in the caller's language. Rejects where Rocket.Chat does not say in time that it is done: no other way is
 * left. But for a failure: what says so may be held up behind a large answer of the server's, and one sentence was sent already.
 */
export async function tellCaller(reply: Result<Answer>, delivery: Delivery, preface?: Preface): Promise<void> {
	const { context, post, startedAt } = delivery;
	const posting = toBePosted(reply, delivery, { t: context.forCaller, preface });
	const told = await withTimeout(notifyCaller(posting, context.destination, post), timeLeft(startedAt, 'notice'), late);
	if (told === late && reply.ok) {
		throw new Error('hostSilent');
	}
}

/** Waits until Rocket.Chat has taken what it was given; where it says nothing, the caller is told that. */
export async function handOver<T>(work: Promise<T>, delivery: Delivery): Promise<T | undefined> {
	const taken = await withTimeout<T, typeof late>(work, timeLeft(delivery.startedAt, 'post'), late);
	if (taken !== late) {
		return taken;
	}
	await tellCaller(fail({ kind: 'hostSilent' }), delivery);
	return undefined;
}

/** Answers a click in time; what is not there by then, or has a preface, is for the caller alone. */
export async function tellInTime(work: Promise<Result<Answer>>, delivery: Delivery, preface?: Preface): Promise<Shown> {
	const reply = await withTimeout(work, timeLeft(delivery.startedAt, 'click'), late);
	if (reply === late) {
		return { later: work.then(async (came) => tellCaller(came, delivery, preface ?? 'late')) };
	}
	return meanwhile(preface ? tellCaller(reply, delivery, preface) : tell(reply, delivery), delivery);
}

/** What the client need not see done. */
async function meanwhile(telling: Promise<void>, { startedAt }: Delivery): Promise<Shown> {
	return (await withTimeout(telling, timeLeft(startedAt, 'click'), late)) === late ? { later: telling } : {};
}

/** Fills a panel in time, or says in it that the answer follows. One that would open for a failure alone stays closed. */
export async function showInTime(work: Promise<Result<Answer>>, delivery: Delivery, isOpen: boolean): Promise<Shown> {
	const { asked, appId, context, startedAt } = delivery;
	const reply = await withTimeout(work, timeLeft(startedAt, 'click'), late);
	if (reply === late) {
		const view = toView(renderWaiting(asked, context.forCaller), appId);
		return { view, later: work.then(async (came) => tellCaller(came, delivery, 'late')) };
	}
	if (!reply.ok && !isOpen) {
		return meanwhile(tellCaller(reply, delivery), delivery);
	}
	return { view: toView(renderPanel(reply, asked, context.forCaller), appId) };
}
