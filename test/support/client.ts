/** A person's client: it shows blocks, and sends what is done to the controls in them, as Rocket.Chat's does. */
import {
	type EventTarget,
	sendActionButton,
	sendBlockAction,
	sendViewClosed,
	sendViewSubmit,
	type ServerAnswer,
	type ShownView,
} from '../workspace/host/interact';
import { watchAnswers } from '../workspace/host/command';
import type { Message, Notice } from '../workspace/model';
import { roomIds, userIds } from '../workspace/sample';
import type { Person, Scene } from './scene';

type Node = Readonly<Record<string, unknown>>;

/** What stands in blocks and can be used. */
interface FoundControl {
	readonly actionId: string;
	readonly blockId: string;
	readonly label: string;
	readonly value?: unknown;
	readonly url?: unknown;
}

function isNode(value: unknown): value is Node {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function list(value: unknown): Node[] {
	return Array.isArray(value) ? value.filter(isNode) : [];
}
function textOf(node: unknown): string {
	return isNode(node) ? String(isNode(node.text) ? node.text.text : (node.text ?? '')) : '';
}

/** Every control of the blocks; of a choice, each option as a control of its own. */
export function controlsIn(blocks: unknown): FoundControl[] {
	return list(blocks)
		.flatMap((block) => [...list(block.elements), ...list([block.accessory]), ...list([block.element])])
		.filter(({ type }) => type !== 'mrkdwn' && type !== 'plain_text')
		.flatMap((element) => {
			const { actionId, blockId, value, url, options } = element as unknown as FoundControl & { options?: unknown };
			const common = { actionId, blockId };
			return options
				? list(options).map((option) => ({ ...common, label: textOf(option), value: option.value }))
				: [{ ...common, label: textOf(element), value, ...(url !== undefined && { url }) }];
		});
}

/** The text that blocks show, a line each. */
export function readBlocks(blocks: unknown): string {
	return list(blocks)
		.flatMap((block) => [
			textOf(block),
			...list(block.elements)
				.filter(({ type }) => type === 'mrkdwn')
				.map(textOf),
		])
		.filter((text) => text !== '')
		.join('\n');
}

interface Done {
	/** What the app returned, which the engine writes into its log, and what it handed over for the client to show. */
	readonly answer: ServerAnswer;
	readonly returned: ServerAnswer;
	/** What the answer has the client show beside the room. */
	readonly view: ShownView | undefined;
	/** New messages, and what was told to somebody alone. */
	readonly messages: readonly Message[];
	readonly notices: readonly Notice[];
}

export interface Client {
	/** Uses the control with a label, in a posted message, in what only this person sees, or in a view. */
	readonly click: (label: string, where: Message | Notice | ShownView) => Promise<Done>;
	/** Sends a control that the client makes up. */
	readonly forge: (control: Partial<FoundControl>, where: Message | Notice | ShownView, roomId?: string) => Promise<Done>;
	readonly search: (text: string, view: ShownView) => Promise<Done>;
	/** Chooses an entry of the room's own menu, or of a message's. */
	readonly choose: (actionId: string, roomId: string, messageId?: string) => Promise<Done>;
	readonly close: (view: ShownView) => Promise<ServerAnswer>;
}

function isView(where: object): where is ShownView {
	return 'blocks' in where && !('roomId' in where);
}

function idOf(where: object): string {
	return 'id' in where ? String(where.id) : 'noticeIdOfTheClient';
}

/** Where a person's client is connected: the scene's host, or another one of its workspace. */
type Site = Pick<Scene, 'appId' | 'workspace'> & { readonly host: EventTarget };

/** What a person does in a scene; `triggerId` is left out by the oldest clients. */
export function clientOf({ host, appId, workspace }: Site, who: Person, triggerId: string | null = 'trigger'): Client {
	const sent = { appId, userId: userIds[who], ...(triggerId !== null && { triggerId }) };
	const watch = async (send: () => Promise<ServerAnswer>): Promise<Done> => {
		const added = watchAnswers(workspace);
		const { opened } = host.bridges.interactions;
		const before = opened.length;
		const returned = await send();
		const handedOver = opened.slice(before).filter(({ userId }) => userId === sent.userId);
		const answer: ServerAnswer = handedOver.reduce((all, { interaction }) => ({ ...all, ...interaction }), returned);
		return { answer, returned, view: answer.view, ...added() };
	};
	const forge: Client['forge'] = async ({ actionId = '', blockId = 'actions', value }, where, roomId) => {
		const container = isView(where)
			? { viewId: where.id }
			: { roomId: roomId ?? ('roomId' in where ? where.roomId : roomIds.support), messageId: idOf(where) };
		return watch(async () => sendBlockAction(host, sent, { actionId, blockId, value }, container));
	};
	return {
		forge,
		click: async (label, where) => {
			const controls = controlsIn(where.blocks);
			const control = controls.find((one) => one.label === label);
			if (!control) throw new Error(`No ${label} among ${controls.map((one) => one.label).join(', ')}`);
			return forge(control, where);
		},
		search: async (text, view) => {
			const [field] = controlsIn(view.blocks).filter(({ actionId }) => actionId === 'search');
			return watch(async () => sendViewSubmit(host, sent, view, { [field?.blockId ?? '']: { search: text } }));
		},
		choose: async (actionId, roomId, messageId) => {
			const context = messageId === undefined ? 'roomAction' : 'messageAction';
			const place = { roomId, ...(messageId !== undefined && { messageId }) };
			return watch(async () => sendActionButton(host, sent, { actionId, context }, place));
		},
		close: async (view) => sendViewClosed(host, sent, view),
	};
}

/** The one thing that was expected. */
export function only<T>(things: readonly T[]): T {
	const [thing, ...others] = things;
	if (thing === undefined || others.length > 0) throw new Error(`Expected one, but there are ${String(things.length)}`);
	return thing;
}

/** The view that was expected. */
export function shown(view: ShownView | undefined): ShownView {
	if (!view) throw new Error('no view');
	return view;
}
