/** The form of the panel: a text field and two choices. */
import type { Translate } from '../messages/translate';
import type { Query } from '../query/query';
import { type Block, plainText, type BlockSelect } from './blocks';
import type { MakeButton } from './buttons';

/** What the panel's blocks are made with: its buttons and its language. */
export interface Maker {
	readonly make: MakeButton;
	readonly t: Translate;
}

/** The blocks of the form. Their ids carry the query, because the value of a field is what somebody chooses or types. */
export function searchForm({ type, state, find }: Query, maker: Maker): Block[] {
	const { make, t } = maker;
	return [
		{
			type: 'input',
			blockId: make('search').value,
			optional: true,
			label: plainText(t('panel_search_label')),
			element: {
				type: 'plain_text_input',
				actionId: 'search',
				placeholder: plainText(t('panel_search_placeholder')),
				...(find !== undefined && { initialValue: find }),
			},
		},
		{
			type: 'actions',
			blockId: make('search', 'choices').value,
			elements: [select('type', type, maker), select('state', state, maker)],
		},
	];
}

type Choice = 'all' | 'incoming' | 'outgoing' | 'enabled' | 'disabled';

const choices: Readonly<Record<'type' | 'state', readonly Choice[]>> = {
	type: ['all', 'incoming', 'outgoing'],
	state: ['all', 'enabled', 'disabled'],
};

function select(action: 'type' | 'state', chosen: Choice | undefined, { make, t }: Maker): BlockSelect {
	return {
		type: 'static_select',
		actionId: action,
		placeholder: plainText(make(action).label),
		options: choices[action].map((choice) => ({
			text: plainText(choice === 'all' ? t(`panel_${action}_all`) : t(`filter_${choice}`)),
			value: choice,
		})),
		initialValue: chosen ?? 'all',
	};
}
