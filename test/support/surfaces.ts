/** What ui-kit's own code makes of blocks: whether they are valid, and what a client shows of them. */
import { randomUUID } from 'node:crypto';
import {
	type Block,
	type BlockElement,
	type BlockRenderers,
	type ButtonElement,
	isContextualBarView,
	isView,
	type TextObject,
	UiKitParserContextualBar,
	UiKitParserMessage,
} from 'ui-kit-next';

function textOf({ text }: TextObject): string {
	return text;
}

class MessageSurface extends UiKitParserMessage<string> {
	public plain_text = textOf;
	public mrkdwn = textOf;
}

class PanelSurface extends UiKitParserContextualBar<string> {
	public plain_text = textOf;
	public mrkdwn = textOf;
}

function button({ text, url }: Pick<ButtonElement, 'text' | 'url'>): string {
	return `[${text.text}]${url === undefined ? '' : `(${url})`}`;
}

/** Stands for an element that is not shown; no name holds it by chance. */
const lost = randomUUID();

/** A parser hands each block and element to the renderer of its type, and gives nothing for what its surface does not show. */
function withPen<S extends MessageSurface | PanelSurface>(surface: S): S {
	const draw = (parts: readonly (string | null)[], between: string): string => parts.map((part) => part ?? lost).join(between);
	const inActions = (element: BlockElement, index: number) => surface.renderActionsBlockElement(element, index);
	const pen: Omit<BlockRenderers<string>, 'plain_text' | 'mrkdwn'> = {
		section: ({ text, accessory }) =>
			draw([text?.text ?? null, ...(accessory ? [surface.renderSectionAccessoryBlockElement(accessory, 0)] : [])], ' '),
		context: ({ elements }) =>
			draw(
				elements.map((element, index) => surface.renderContextBlockElement(element, index)),
				'\n',
			),
		actions: ({ elements }) => draw(elements.map(inActions), ' '),
		input: ({ label, element }) => draw([label.text, surface.renderInputBlockElement(element, 0)], ': '),
		button,
		static_select: ({ placeholder, options, initialValue }) =>
			`${placeholder.text}: ${options.map(({ text, value }) => (value === initialValue ? `(${text.text})` : text.text)).join(' ')};`,
		plain_text_input: ({ initialValue, placeholder }) => initialValue ?? `<${placeholder?.text ?? ''}>`,
	};
	return Object.assign(surface, pen);
}

/** What comes from the app itself, or out of an answer of the server. */
type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function nodes(value: unknown): Node[] {
	return [value].flat().filter(isNode);
}
function isText({ type }: Node): boolean {
	return type === 'mrkdwn' || type === 'plain_text';
}

/** Every text in something, labels included. */
function textsIn(value: unknown): string[] {
	if (isNode(value) && isText(value)) {
		return [String(value.text)];
	}
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function render(surface: MessageSurface | PanelSurface, blocks: unknown): string[] {
	return withPen(surface).render(nodes(blocks) as unknown as readonly Block[]);
}

/** What a client shows of a message's blocks. */
export function drawMessage(blocks: unknown): string[] {
	return render(new MessageSurface(), blocks);
}

/** What a client shows of a contextual bar: its title, with the buttons of its frame, and its blocks. */
export function drawPanel(view: unknown): string[] {
	return nodes(view).flatMap(({ title, close, submit, blocks }) => [
		[...textsIn(title), ...textsIn([close, submit]).map((label) => `[${label}]`)].join(' '),
		...render(new PanelSurface(), blocks),
	]);
}

/** More than a client should be sent. */
const mostBlocks = 50;

function isId(value: unknown): boolean {
	return typeof value === 'string' && value !== '';
}

function controlFaults({ elements, accessory, element, blockId }: Node, appId: string): string[] {
	return [elements, accessory, element]
		.flatMap(nodes)
		.filter((one) => !isText(one))
		.filter((one) => one.appId !== appId || one.blockId !== blockId || !isId(one.actionId))
		.map(({ type }) => `ids of a ${String(type)}`);
}

/** The guards take empty texts, any number of blocks, and blocks without ids, of which the engine stamps only some. */
function faultsOf(blocks: unknown, drawn: readonly string[], appId: string): string[] {
	const all = nodes(blocks);
	const { size } = new Set(all.map(({ blockId }) => blockId));
	return [
		...(drawn.length === all.length && !drawn.join('').includes(lost) ? [] : ['not all of it is shown']),
		...(all.length > mostBlocks || all.length === 0 ? [`${all.length} blocks`] : []),
		...(size < all.length ? ['two blocks of one id'] : []),
		...all.filter((block) => block.appId !== appId || !isId(block.blockId)).map(({ type }) => `ids of a ${String(type)}`),
		...all.flatMap((block) => controlFaults(block, appId)),
		...(textsIn(blocks).some((text) => text.trim() === '') ? ['an empty text'] : []),
	];
}

/** What is wrong with the blocks of a message: nothing, if they are valid and a client shows all of them. */
export function messageFaults(blocks: unknown, appId: string): string[] {
	return [...(isView({ appId, blocks }) ? [] : ['not valid']), ...faultsOf(blocks, drawMessage(blocks), appId)];
}

/** What is wrong with a contextual bar. The engine gives it its type, its app and an id. */
export function panelFaults(view: unknown, appId: string): string[] {
	const { blocks, close, submit } = isNode(view) ? view : {};
	return [
		...(isNode(view) && isContextualBarView({ id: 'view', appId, ...view }) ? [] : ['not valid']),
		...faultsOf(blocks, render(new PanelSurface(), blocks), appId),
		...nodes([close, submit]).flatMap((one) => controlFaults({ blockId: one.blockId, accessory: one }, appId)),
	];
}
