/** Delivers an answer or a failure: into the room, privately to the caller, or into a panel. */
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
import { forReader, forReaderAlone } from './forReader';

/** What is needed to deliver the answer to one question. */
export interface Delivery {
	readonly asked: Asked;
	readonly context: Context;
	readonly post: PostPorts;
	readonly appId: string;
	/** Epoch, milliseconds. */
	readonly startedAt: number;
	/** The id of the posted message that the answer replaces; undefined: a new message. */
	readonly inPlace: string | undefined;
}

/** The response to a click: the panel to show, if any; `later`: a message that is still on its way. */
export interface Shown {
	readonly view?: View;
	readonly later?: Promise<void>;
}

/** Posts a summary for the room there; where the room takes no message, and for all other answers, tells the caller alone. */
export async function tell(reply: Result<Answer>, delivery: Delivery): Promise<void> {
	const { context, post, inPlace } = delivery;
	if (!isForRoom(reply)) {
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
		await tellCaller(forReaderAlone(reply, context.destination.caller), delivery, obstacle);
	}
}

function isForRoom(reply: Result<Answer>): boolean {
	if (!reply.ok) {
		return false;
	}
	const { value } = reply;
	return (
		(value.kind === 'report' && value.report.audience === 'room') ||
		(value.kind === 'watch' && value.audience === 'room' && (value.answer.kind === 'on' || value.answer.kind === 'off'))
	);
}

/** Whether an answer says that the caller does not stand in the room. */
function isOutsiders(reply: Result<Answer>): boolean {
	return !reply.ok && reply.failure.kind === 'notMember';
}

/** The language of an answer, and why it comes otherwise than asked for, if it does. */
interface Writing {
	readonly t: Translate;
	readonly preface?: Preface | undefined;
}

function toBePosted(reply: Result<Answer>, { asked, appId, context }: Delivery, { t, preface }: Writing): Posting {
	const message = renderReply(forReader(reply, context.destination.caller), t);
	const buttons = reply.ok ? buttonsUnder(reply.value, asked, t) : [];
	const said = preface ? withPreface(message, renderPreface(preface, asked.query, t)) : message;
	return toPosting(said, buttons, appId);
}

/**
 * Shows an answer or a failure to the caller alone, in the caller's language. Rejects where Rocket.Chat does not confirm an
 * answer in time. A failure counts as told once it is sent: its confirmation may be queued behind a large answer of the server.
 */
export async function tellCaller(reply: Result<Answer>, delivery: Delivery, preface?: Preface): Promise<void> {
	const { context, post, startedAt } = delivery;
	const posting = toBePosted(reply, delivery, { t: context.forCaller, preface });
	// The thread was looked up: who is not in the room does not learn from it whether it is there.
	const destination = isOutsiders(reply) ? { ...context.destination, threadId: undefined } : context.destination;
	const told = await withTimeout(notifyCaller(posting, destination, post), timeLeft(startedAt, 'notice'), late);
	if (told === late && reply.ok) {
		throw new Error('hostSilent');
	}
}

/** Waits until Rocket.Chat has taken what was posted; where it does not confirm in time, tells the caller and gives undefined. */
export async function handOver<T>(work: Promise<T>, delivery: Delivery): Promise<T | undefined> {
	const taken = await withTimeout<T, typeof late>(work, timeLeft(delivery.startedAt, 'post'), late);
	if (taken !== late) {
		return taken;
	}
	await tellCaller(fail({ kind: 'hostSilent' }), delivery);
	return undefined;
}

/** Answers a click by a message. What is not ready in time follows as a private one; so does an answer with a preface. */
export async function tellInTime(work: Promise<Result<Answer>>, delivery: Delivery, preface?: Preface): Promise<Shown> {
	const reply = await withTimeout(work, timeLeft(delivery.startedAt, 'click'), late);
	if (reply === late) {
		return { later: work.then(async (came) => tellCaller(came, delivery, preface ?? 'late')) };
	}
	return meanwhile(preface && reply.ok ? tellCaller(reply, delivery, preface) : tell(reply, delivery), delivery);
}

/** Waits for a message as long as a click may take; what takes longer goes on as `later`. */
async function meanwhile(telling: Promise<void>, { startedAt }: Delivery): Promise<Shown> {
	return (await withTimeout(telling, timeLeft(startedAt, 'click'), late)) === late ? { later: telling } : {};
}

/**
 * Shows the answer in a panel; where it is not ready in time, the panel says that it follows as a private message.
 * A failure does not open a panel: it is told by a private message.
 */
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
	const read = forReader(reply, context.destination.caller);
	return { view: toView(renderPanel(read, asked, context.forCaller), appId) };
}

/**
 * The panel with the refusal, where an answer is one for who does not stand in the room; undefined otherwise, or where it is not
 * there in time. It is the same for each click in any room, one that does not exist among them: no message can be told there.
 */
export async function refusalInTime(work: Promise<Result<Answer>>, delivery: Delivery): Promise<View | undefined> {
	const { appId, asked, context, startedAt } = delivery;
	const reply = await withTimeout(work, timeLeft(startedAt, 'click'), late);
	return reply !== late && isOutsiders(reply) ? toView(renderPanel(reply, asked, context.forCaller), appId) : undefined;
}
