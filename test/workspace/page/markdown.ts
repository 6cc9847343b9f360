import { parse, type Blocks, type Emoji, type Inlines, type Root } from '@rocket.chat/message-parser';
import { safeAddress } from './links';
import { type Html, markup } from './markup';

type Block = Root[number];
type List = Extract<Blocks, { type: 'UNORDERED_LIST' | 'ORDERED_LIST' }>;

function emoji(node: Emoji): string {
	return 'shortCode' in node ? `:${node.shortCode}:` : node.unicode;
}

/** A picture is a link: no request leaves the machine. */
function link(address: string, label: readonly Inlines[]): Html {
	const shown = label.length > 0 ? inlines(label) : address;
	const href = safeAddress(address);
	return href === undefined
		? markup`<span class="not-a-link">${shown}</span>`
		: markup`<a href="${href}" target="_blank" rel="noopener noreferrer">${shown}</a>`;
}

function inline(node: Inlines): Html | string {
	switch (node.type) {
		case 'PLAIN_TEXT':
		case 'INLINE_KATEX':
			return node.value;
		case 'BOLD':
			return markup`<strong>${inlines(node.value)}</strong>`;
		case 'ITALIC':
			return markup`<em>${inlines(node.value)}</em>`;
		case 'STRIKE':
			return markup`<del>${inlines(node.value)}</del>`;
		case 'INLINE_CODE':
			return markup`<code>${node.value.value}</code>`;
		case 'LINK':
		case 'IMAGE':
			return link(node.value.src.value, [node.value.label].flat());
		case 'MENTION_USER':
			return markup`<span class="mention">@${node.value.value}</span>`;
		case 'MENTION_CHANNEL':
			return markup`<span class="mention">#${node.value.value}</span>`;
		case 'EMOJI':
			return emoji(node);
		case 'TIMESTAMP':
			return node.fallback?.value ?? node.value.timestamp;
		case 'COLOR':
			return `rgb(${node.value.r}, ${node.value.g}, ${node.value.b})`;
	}
}

function inlines(nodes: readonly Inlines[]): (Html | string)[] {
	return nodes.map(inline);
}

function items({ value }: List): Html[] {
	return value.map(({ value: item, number }) =>
		number === undefined ? markup`<li>${inlines(item)}</li>` : markup`<li value="${number}">${inlines(item)}</li>`,
	);
}

function block(node: Block): Html {
	switch (node.type) {
		case 'PARAGRAPH':
		case 'LIST_ITEM':
			return markup`<p>${inlines(node.value)}</p>`;
		case 'HEADING':
			// No heading of the page: its level says nothing about where a message stands.
			return markup`<p class="heading-${node.level}"><strong>${inlines(node.value)}</strong></p>`;
		case 'UNORDERED_LIST':
			return markup`<ul>${items(node)}</ul>`;
		case 'ORDERED_LIST':
			return markup`<ol>${items(node)}</ol>`;
		case 'TASKS':
			return markup`<ul>${node.value.map(({ status, value }) => markup`<li>${status ? '☑' : '☐'} ${inlines(value)}</li>`)}</ul>`;
		case 'QUOTE':
			return markup`<blockquote>${node.value.map(({ value }) => markup`<p>${inlines(value)}</p>`)}</blockquote>`;
		case 'CODE':
			return markup`<pre><code>${node.value.map(({ value }) => value.value).join('\n')}</code></pre>`;
		case 'BIG_EMOJI':
			return markup`<p class="big-emoji">${node.value.map(emoji).join(' ')}</p>`;
		case 'KATEX':
			return markup`<p>${node.value}</p>`;
		case 'LINE_BREAK':
			return markup`<br>`;
	}
}

function parsed(text: string, options: Parameters<typeof parse>[1]): Root | undefined {
	try {
		return parse(text, options);
	} catch {
		// A client shows what it cannot parse as it is.
		return undefined;
	}
}

function render(text: string, options?: Parameters<typeof parse>[1]): Html {
	return markup`${parsed(text, options)?.map(block) ?? markup`<p>${text}</p>`}`;
}

/** A message's text as Rocket.Chat's web client shows it. */
export function renderMarkdown(text: string): Html {
	return render(text, { emoticons: true });
}

/** A text within blocks: there the web client takes `:)` for what it is. */
export function renderBlockText(text: string): Html {
	return render(text, { emoticons: false });
}
