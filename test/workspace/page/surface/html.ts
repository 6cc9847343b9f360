import {
	type ActionsBlock,
	BlockContext,
	type BlockElement,
	type ButtonElement,
	type CalloutBlock,
	type ContextBlock,
	type ImageBlock,
	type ImageElement,
	type InputBlock,
	type Markdown,
	type OverflowElement,
	type PlainText,
	type PlainTextInputElement,
	type SectionBlock,
	type StaticSelectElement,
	type SurfaceRenderer,
	type TextObject,
} from 'ui-kit-next';
import { renderBlockText } from '../markdown';
import { type Html, markup } from '../markup';
import * as elements from './elements';

// TypeScript lets a class be extended this way with `any` alone.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Surface = abstract new (...args: any[]) => SurfaceRenderer<Html>;

/** Something that Rocket.Chat shows and this page does not: said rather than left out. */
function notShown({ type }: { readonly type: string }): Html {
	return markup`<em class="not-shown">(${type}: not part of this page)</em>`;
}

/** Field names are unique on the page: a modal can stand before a contextual bar. */
let fields = 0;

/** One of ui-kit's surfaces as HTML: which blocks it allows is ui-kit's, how each looks is here. */
export function htmlSurface<Base extends Surface>(base: Base) {
	abstract class HtmlSurface extends base {
		public plain_text({ text }: PlainText): Html {
			return markup`${text}`;
		}

		public mrkdwn({ text }: Markdown): Html {
			return renderBlockText(text);
		}

		private texts(texts: readonly TextObject[], context: BlockContext): Html[] {
			return texts.flatMap((text, index) => this.renderTextObject(text, index, context) ?? []);
		}

		public section({ text, fields: columns = [], accessory }: SectionBlock): Html {
			const body = text && markup`<div class="text">${this.texts([text], BlockContext.SECTION)}</div>`;
			const cells = this.texts(columns, BlockContext.SECTION).map((field) => markup`<div>${field}</div>`);
			const beside = accessory && this.renderSectionAccessoryBlockElement(accessory, 0);
			return markup`<div class="block section"><div class="body">${body}
				${cells.length > 0 && markup`<div class="fields">${cells}</div>`}</div>
				${beside && markup`<div class="accessory">${beside}</div>`}</div>`;
		}

		public context({ elements: parts }: ContextBlock): Html {
			const shown = parts.flatMap((part, index) => this.renderContextBlockElement(part, index) ?? []);
			return markup`<div class="block context">${shown.map((part) => markup`<div>${part}</div>`)}</div>`;
		}

		public actions({ elements: controls }: ActionsBlock): Html {
			return markup`<div class="block actions">${controls.map((one, index) => this.renderActionsBlockElement(one, index))}</div>`;
		}

		public divider(): Html {
			return markup`<hr class="block">`;
		}

		public callout({ title, text, variant = 'info' }: CalloutBlock): Html {
			const head = title && markup`<strong>${elements.plain(title)}</strong>`;
			return markup`<div class="block callout ${variant}">${head}${this.texts([text], BlockContext.SECTION)}</div>`;
		}

		public input({ label, element, hint }: InputBlock): Html {
			fields += 1;
			const id = `field-${fields}`;
			const [field, labelled] = this.field(element, id);
			return markup`<div class="block input">
				<label ${labelled && markup`for="${id}"`}>${elements.plain(label)}</label>
				${field}${hint && markup`<p class="hint">${elements.plain(hint)}</p>`}<p class="error" hidden></p></div>`;
		}

		/** The field of an input block, and whether its label can point at it. */
		private field(element: InputBlock['element'], id: string): [Html, boolean] {
			if (element.type === 'plain_text_input') return [elements.plainTextInput(element, BlockContext.FORM, id), true];
			if (element.type === 'static_select') return [elements.staticSelect(element, BlockContext.FORM, id), true];
			return [this.renderInputBlockElement(element, 0) ?? notShown(element), false];
		}

		public image(block: ImageBlock | ImageElement, context: BlockContext): Html {
			const picture = elements.image(block.imageUrl, block.altText);
			return context === BlockContext.BLOCK ? markup`<div class="block">${picture}</div>` : picture;
		}

		public button(element: ButtonElement, context: BlockContext): Html {
			return elements.button(element, context);
		}

		public static_select(element: StaticSelectElement, context: BlockContext): Html {
			return elements.staticSelect(element, context);
		}

		public plain_text_input(element: PlainTextInputElement, context: BlockContext): Html {
			return elements.plainTextInput(element, context);
		}

		public overflow(element: OverflowElement): Html {
			return elements.overflow(element);
		}

		public override renderActionsBlockElement(element: BlockElement, index: number): Html {
			return super.renderActionsBlockElement(element, index) ?? notShown(element);
		}

		public override renderSectionAccessoryBlockElement(element: BlockElement, index: number): Html {
			return super.renderSectionAccessoryBlockElement(element, index) ?? notShown(element);
		}
	}
	return HtmlSurface;
}
