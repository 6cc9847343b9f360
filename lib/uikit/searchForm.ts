/** What the panel is searched with: a text, and two choices. */
import type { LayoutBlock, StaticSelectElement } from '@rocket.chat/ui-kit';
import { plainText } from './blocks';
import type { MakeControl } from './buttons';
import type { Query } from '../query/parseQuery';
import type { Translate } from '../messages/translate';

/** What the panel's blocks are made with. */
export interface Maker {
	readonly appId: string;
	readonly make: MakeControl;
	readonly t: Translate;
}

/** The form. The ids of its blocks carry the question, because a field's value is what is chosen or typed. */
export function form({ type, state, find }: Query, maker: Maker): LayoutBlock[] {
	const { appId, make, t } = maker;
	const [searchId, choicesId] = [make('search').value, make('search', 'choices').value];
	return [
		{
			type: 'input',
			appId,
			blockId: searchId,
			optional: true,
			label: plainText(t('panel_search_label', {})),
			element: {
				...{ type: 'plain_text_input', appId, blockId: searchId, actionId: 'search' },
				placeholder: plainText(t('panel_search_placeholder', {})),
				...(find !== undefined && { initialValue: find }),
			},
		},
		{
			type: 'actions',
			appId,
			blockId: choicesId,
			elements: [select('type', type, choicesId, maker), select('state', state, choicesId, maker)],
		},
	];
}

type Choice = 'all' | 'incoming' | 'outgoing' | 'enabled' | 'disabled';

const choices: Readonly<Record<'type' | 'state', readonly Choice[]>> = {
	type: ['all', 'incoming', 'outgoing'],
	state: ['all', 'enabled', 'disabled'],
};

function select(
	action: 'type' | 'state',
	chosen: Choice | undefined,
	blockId: string,
	{ appId, make, t }: Maker,
): StaticSelectElement {
	return {
		type: 'static_select',
		appId,
		blockId,
		actionId: action,
		placeholder: plainText(make(action).label),
		options: choices[action].map((choice) => ({
			text: plainText(choice === 'all' ? t(`panel_${action}_all`, {}) : t(`filter_${choice}`, {})),
			value: choice,
		})),
		initialValue: chosen ?? 'all',
	};
}
