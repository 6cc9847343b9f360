import { parse, type Blocks, type Emoji, type Inlines, type Link, type Paragraph, type Root } from '@rocket.chat/message-parser';
import { clean, type Style } from './style';

type Block = Root[number];

function emoji(node: Emoji): string {
	return 'shortCode' in node ? `:${node.shortCode}:` : node.unicode;
}

/** A link shows where it leads, unless its label already does. */
function link({ value }: Pick<Link, 'value'>, style: Style): string {
	const label = inlines([value.label].flat(), style);
	const address = value.src.value;
	return label === '' || address.replace(/^(?:https?:)?\/\//, '') === label.replace(/^https?:\/\//, '')
		? address
		: `${label} (${address})`;
}

function inline(node: Inlines, style: Style): string {
	switch (node.type) {
		case 'PLAIN_TEXT':
		case 'INLINE_KATEX':
			return node.value;
		case 'BOLD':
			return style.bold(inlines(node.value, style));
		case 'ITALIC':
			return style.italic(inlines(node.value, style));
		case 'STRIKE':
			return style.strike(inlines(node.value, style));
		case 'INLINE_CODE':
			return style.code(node.value.value);
		case 'LINK':
			return link(node, style);
		case 'IMAGE':
			return link({ value: node.value }, style);
		case 'MENTION_USER':
			return style.bold(`@${node.value.value}`);
		case 'MENTION_CHANNEL':
			return style.bold(`#${node.value.value}`);
		case 'EMOJI':
			return emoji(node);
		case 'TIMESTAMP':
			return node.fallback?.value ?? node.value.timestamp;
		case 'COLOR':
			return `rgb(${node.value.r}, ${node.value.g}, ${node.value.b})`;
	}
}

function inlines(nodes: readonly Inlines[], style: Style): string {
	return nodes.map((node) => inline(node, style)).join('');
}

function quote(paragraphs: readonly Paragraph[], style: Style): string[] {
	return paragraphs.map(({ value }) => `│ ${inlines(value, style)}`);
}

function list(node: Extract<Blocks, { type: 'UNORDERED_LIST' | 'ORDERED_LIST' }>, style: Style): string[] {
	const mark = (number: number): string => (node.type === 'ORDERED_LIST' ? `${number}.` : '•');
	return node.value.map(({ value, number = 1 }) => `${mark(number)} ${inlines(value, style)}`);
}

function block(node: Block, style: Style): string[] {
	switch (node.type) {
		case 'PARAGRAPH':
			return [inlines(node.value, style)];
		case 'HEADING':
			return [style.bold(inlines(node.value, style))];
		case 'UNORDERED_LIST':
		case 'ORDERED_LIST':
			return list(node, style);
		case 'LIST_ITEM':
			return [inlines(node.value, style)];
		case 'TASKS':
			return node.value.map(({ status, value }) => `[${status ? 'x' : ' '}] ${inlines(value, style)}`);
		case 'QUOTE':
			return quote(node.value, style);
		case 'CODE':
			return node.value.map(({ value }) => style.code(value.value));
		case 'BIG_EMOJI':
			return [node.value.map(emoji).join(' ')];
		case 'KATEX':
			return [node.value];
		case 'LINE_BREAK':
			return [''];
	}
}

function parsed(text: string): Root | undefined {
	try {
		return parse(text);
	} catch {
		// A client shows what it cannot parse as it is.
		return undefined;
	}
}

/** The lines of a message as a room shows them: parsed as Rocket.Chat's clients do, and without anything that a terminal would obey. */
export function renderMarkdown(text: string, style: Style): string[] {
	const safe = clean(text);
	return parsed(safe)?.flatMap((node) => block(node, style)) ?? safe.split('\n');
}
