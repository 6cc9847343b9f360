/** An app that does what the one at work here does not: for the test of what a client of Rocket.Chat does with it. */
import type { Page } from 'playwright-core';
import { announceChange } from '../workspace/host/changes';
import { userIds } from '../workspace/sample';
import { type Stand, say } from './stand';

export const ids = { appId: 'some-app', blockId: 'block' };
export function text(shown: string) {
	return { type: 'plain_text', text: shown };
}
export const options = ['One', 'Two'].map((name) => ({ text: text(name), value: name.toLowerCase() }));

export const view = {
	...{ id: 'view', appId: 'some-app', title: text('A view'), close: { ...ids, type: 'button', text: text('Leave') } },
	submit: { ...ids, type: 'button', actionId: 'go', text: text('Send it') },
	blocks: [
		{ type: 'input', ...ids, label: text('Name'), element: { ...ids, type: 'plain_text_input', actionId: 'name' } },
		{
			...{ type: 'input', ...ids, label: text('Number') },
			element: { ...ids, type: 'static_select', actionId: 'number', placeholder: text('Which'), options },
		},
	],
};

/** Some other app: it answers everything that is done to its controls in one way, and remembers what came. */
export async function otherApp(page: Page, answer: (triggerId: string) => object = () => ({})): Promise<unknown[]> {
	const came: unknown[] = [];
	await page.route('**/page/interaction/some-app?*', async (route) => {
		const interaction = route.request().postDataJSON() as { triggerId: string };
		came.push(interaction);
		await route.fulfill({ json: answer(interaction.triggerId) });
	});
	return came;
}

/** Waits until the other app has answered something, by a part of what was sent. */
export async function answered(page: Page, part: string): Promise<unknown> {
	return page.waitForResponse(
		(response) => response.url().includes('/some-app?') && (response.request().postData() ?? '').includes(part),
	);
}

export function opening(triggerId: string, type = 'modal.open', shown: object = view): never {
	return { type, triggerId, appId: 'some-app', view: shown } as never;
}

/** Types a command and has the other app open a view on it. */
export async function open({ running }: Stand, page: Page, type: string, shown: object = view): Promise<string> {
	const sending = page.waitForRequest('**/page/message?*');
	await say(page, '/integrations help');
	const { triggerId } = (await sending).postDataJSON() as { triggerId: string };
	running.host.bridges.interactions.opened.push({ userId: userIds.li, interaction: opening(triggerId, type, shown) });
	announceChange(running.workspace);
	return triggerId;
}
