/**
 * What was chosen or typed in a view, by action: so a field keeps it while the app changes the view around it.
 * @typedef {Map<string, { value: unknown, blockId: string | undefined }>} Values
 * @typedef {{ actionId?: string, initialValue?: unknown, initialOption?: { value: unknown } }} BlockElement
 * @typedef {{ blockId?: string, element?: BlockElement, elements?: BlockElement[] }} Block
 */

/**
 * What a new view starts with, as Rocket.Chat's client takes it from the blocks.
 * @param {Block[]} blocks
 * @returns {Values}
 */
export function initialValues(blocks) {
	/** @type {Values} */
	const values = new Map();
	for (const { blockId, element, elements = [] } of blocks) {
		for (const { actionId, initialValue, initialOption } of element ? [element, ...elements] : elements) {
			if (actionId !== undefined) values.set(actionId, { value: initialValue || initialOption?.value || undefined, blockId });
		}
	}
	return values;
}

/**
 * The state that goes along when a view is sent or closed: by block, then by action.
 * @param {Values} values
 * @returns {Record<string, Record<string, unknown>>}
 */
export function groupByBlock(values) {
	/** @type {Record<string, Record<string, unknown>>} */
	const state = {};
	for (const [actionId, { value, blockId }] of values) {
		if (blockId) state[blockId] = { ...state[blockId], [actionId]: value };
	}
	return state;
}
