import {
	type ActionableElement,
	BlockContext,
	type ButtonElement,
	type OverflowElement,
	type PlainTextInputElement,
	type StaticSelectElement,
	type TextObject,
} from 'ui-kit-next';
import { safeAddress } from '../links';
import { type Html, markup } from '../markup';

/** How a control hands on what is done to it: at once, a moment after the last key, or only with the form that it is in. */
type Dispatch = 'at-once' | 'while-typing' | 'with-form';

/** As `useUiKitState` of Rocket.Chat's web client decides it. */
function dispatchOf({ type, dispatchActionConfig = [] }: ActionableElement, context: BlockContext): Dispatch {
	if (type === 'plain_text_input' && dispatchActionConfig.includes('on_character_entered')) return 'while-typing';
	const atOnce = context === BlockContext.SECTION || context === BlockContext.ACTION;
	return atOnce || dispatchActionConfig.includes('on_item_selected') ? 'at-once' : 'with-form';
}

/** What the browser's script needs to send what Rocket.Chat's client sends. */
function identity(element: ActionableElement, context: BlockContext): Html {
	const { appId, blockId, actionId } = element as Partial<ActionableElement>;
	const dispatch = dispatchOf(element, context);
	return markup`data-app-id="${appId}" data-block-id="${blockId}" data-action-id="${actionId}" data-dispatch="${dispatch}"`;
}

/** The text of something that takes no markup. */
export function plain(text: TextObject | undefined): string {
	return text?.text ?? '';
}

/** A button, or a link that tells the app all the same. */
export function button(element: ButtonElement, context: BlockContext): Html {
	const { text, value, url, style = 'secondary' } = element;
	const href = url === undefined ? undefined : safeAddress(url);
	const attributes = markup`class="button ${style}" ${identity(element, context)} data-value="${value}"`;
	return href === undefined
		? markup`<button type="button" ${attributes}>${plain(text)}</button>`
		: markup`<a href="${href}" target="_blank" rel="noopener noreferrer" ${attributes}>${plain(text)}</a>`;
}

function options({ options: all, initialValue, initialOption }: StaticSelectElement): Html[] {
	return all.map(({ text, value }) => {
		const chosen = value === (initialValue ?? initialOption?.value);
		return markup`<option value="${value}" ${chosen && markup`selected`}>${plain(text)}</option>`;
	});
}

/** A choice; its placeholder is its label where no block gives one. */
export function staticSelect(element: StaticSelectElement, context: BlockContext, id?: string): Html {
	const { placeholder, initialValue, initialOption } = element;
	const label = id === undefined ? markup`aria-label="${plain(placeholder)}"` : markup`id="${id}"`;
	const nothingChosen = initialValue === undefined && initialOption === undefined;
	return markup`<select class="field" ${label} ${identity(element, context)}>
		${nothingChosen && markup`<option value="" disabled selected>${plain(placeholder)}</option>`}${options(element)}
	</select>`;
}

/** A field for one line, or for several. */
export function plainTextInput(element: PlainTextInputElement, context: BlockContext, id?: string): Html {
	const { placeholder, initialValue = '', multiline = false, minLength, maxLength } = element;
	const attributes = [
		id === undefined ? markup`aria-label="${plain(placeholder)}"` : markup`id="${id}"`,
		placeholder && markup` placeholder="${plain(placeholder)}"`,
		minLength !== undefined && markup` minlength="${minLength}"`,
		maxLength !== undefined && markup` maxlength="${maxLength}"`,
		markup` ${identity(element, context)}`,
	];
	return multiline
		? markup`<textarea class="field" rows="6" ${attributes}>${initialValue}</textarea>`
		: markup`<input class="field" type="text" value="${initialValue}" ${attributes}>`;
}

function overflowOption(element: OverflowElement, { text, value, url }: OverflowElement['options'][number]): Html {
	const href = url === undefined ? undefined : safeAddress(url);
	const attributes = markup`${identity(element, BlockContext.ACTION)} data-value="${value}"`;
	return href === undefined
		? markup`<li><button type="button" ${attributes}>${plain(text)}</button></li>`
		: markup`<li><a href="${href}" target="_blank" rel="noopener noreferrer" ${attributes}>${plain(text)}</a></li>`;
}

/** The menu behind three dots. */
export function overflow(element: OverflowElement): Html {
	const entries = element.options.map((option) => overflowOption(element, option));
	return markup`<details class="overflow"><summary class="button secondary" aria-label="More">⋮</summary><ul>${entries}</ul></details>`;
}

/** A picture as a link: no request leaves the machine. */
export function image(imageUrl: string, altText: string): Html {
	const href = safeAddress(imageUrl);
	return href === undefined
		? markup`<span class="image">${altText}</span>`
		: markup`<a class="image" href="${href}" target="_blank" rel="noopener noreferrer">${altText}</a>`;
}
