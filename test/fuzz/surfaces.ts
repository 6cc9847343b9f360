/** What people see, and the controls in it. */
import type { Message, Notice } from '../workspace/model';
import type { ShownView } from '../workspace/host/interact';
import { controlsIn } from '../support/client';

export interface Surface {
	/** Who sees it; undefined: everybody in the room. */
	readonly userId: string | undefined;
	readonly where: Message | Notice | ShownView;
}

export type Control = ReturnType<typeof controlsIn>[number];

/** No more of it is kept: what is older is seldom clicked. */
const most = 40;

export function isView(where: Surface['where']): where is ShownView {
	return !('roomId' in where);
}

/** The messages of the app that hold something to click on, copied as they are now. */
export function surfacesOf(messages: readonly Message[], appUserId: string): Surface[] {
	return messages
		.filter(({ senderId, blocks }) => senderId === appUserId && controlsIn(blocks).length > 0)
		.map((where) => ({ userId: undefined, where: { ...where } }));
}

/** What was shown until now, with what is new. */
export function withNew(shown: readonly Surface[], added: readonly Surface[]): Surface[] {
	return [...shown, ...added.filter(({ where }) => controlsIn(where.blocks).length > 0)].slice(-most);
}

/** A control of a surface: the number counts around. */
export function controlAt({ where }: Surface, at: number): Control | undefined {
	const controls = controlsIn(where.blocks).filter(({ actionId }) => actionId !== 'search');
	return controls[at % controls.length];
}
