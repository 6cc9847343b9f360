import { expect, test } from '@jest/globals';
import {
	isMessageBlockActionUserInteraction,
	isViewBlockActionUserInteraction,
	isViewClosedUserInteraction,
	isViewSubmitUserInteraction,
} from 'ui-kit-next';
import { sendMessage } from '../workspace/host/sendMessage';
import { showInteraction } from '../workspace/page/views';
import { roomIds, userIds } from '../workspace/sample';
import { answered, ids, open, opening, options, otherApp, text, view } from './otherApp';
import { type Stand, messages, say } from './stand';

/** What Rocket.Chat's surfaces can do and the app does without. */
export function viewTests(stand: () => Stand): void {
	test('a modal: sent, refused at a field, sent again', async () => {
		const page = await stand().open('/?as=li&in=support');
		let errors: object | undefined = { name: 'Too short' };
		const came = await otherApp(page, (triggerId) => ({
			...(errors && { interaction: { type: 'errors', triggerId, appId: 'some-app', viewId: 'view', errors } }),
		}));
		await open(stand(), page, 'modal.open');
		const modal = page.getByRole('dialog', { name: 'A view' });
		await modal.getByLabel('Name').fill('x');
		await modal.getByLabel('Number').selectOption('two');
		await modal.getByRole('button', { name: 'Send it' }).click();
		await modal.getByText('Too short').waitFor();
		errors = undefined;
		await modal.getByLabel('Name').press('Enter');
		await modal.waitFor({ state: 'detached' });
		expect(came.map(isViewSubmitUserInteraction)).toEqual([true, true]);
		expect(came).toMatchObject([{ viewId: 'view', payload: { view: { state: { block: { name: 'x', number: 'two' } } } } }, {}]);
	});

	test('a bar closes when it is sent, and tells how else it was closed', async () => {
		const page = await stand().open('/?as=li&in=support');
		const came = await otherApp(page, (triggerId) => ({
			// Nobody sees what changes a bar that is closed.
			interaction: showInteraction({ type: 'contextual_bar.update', triggerId, appId: 'some-app', view: view as never }, 'en'),
		}));
		const bar = page.getByRole('complementary', { name: 'A view' });
		for (const [button, isCleared] of [
			['Leave', false],
			['Close', true],
		] as const) {
			await open(stand(), page, 'contextual_bar.open');
			const told = answered(page, 'viewClosed');
			await bar.getByRole('button', { name: button }).click();
			await bar.waitFor({ state: 'detached' });
			await told;
			expect(came.at(-1)).toMatchObject({ type: 'viewClosed', payload: { viewId: 'view', isCleared } });
			expect(isViewClosedUserInteraction(came.at(-1))).toBe(true);
		}
		await open(stand(), page, 'contextual_bar.open');
		const sent = answered(page, 'viewSubmit');
		await bar.getByRole('button', { name: 'Send it' }).click();
		await sent;
		expect(await bar.count()).toBe(0);
	});

	test('a trigger id counts once, and for five seconds', async () => {
		const page = await stand().open('/?as=li&in=support');
		await otherApp(page);
		await page.clock.install();
		const modal = page.getByRole('dialog', { name: 'A view' });
		const triggerId = await open(stand(), page, 'modal.open');
		await modal.getByRole('button', { name: 'Leave' }).click();
		const again = (id: string): number =>
			stand().running.host.bridges.interactions.opened.push({ userId: userIds.li, interaction: opening(id) });
		again(triggerId);
		const sending = page.waitForRequest('**/page/message?*');
		await say(page, 'once more');
		const late = ((await sending).postDataJSON() as { triggerId: string }).triggerId;
		await page.clock.fastForward(5100);
		again(late);
		await say(page, 'the last');
		await messages(page).getByText('the last').waitFor();
		expect(await modal.count()).toBe(0);
	});

	test('a field that the app hears of while it is typed into', async () => {
		const page = await stand().open('/?as=li&in=support');
		const came = await otherApp(page);
		const [block] = view.blocks;
		const element = { ...block?.element, dispatchActionConfig: ['on_character_entered'] };
		await open(stand(), page, 'contextual_bar.open', { ...view, blocks: [{ ...block, element }] });
		const sent = answered(page, 'name');
		await page.getByLabel('Name').pressSequentially('abc');
		await sent;
		expect(came).toMatchObject([{ type: 'blockAction', actionId: 'name', payload: { blockId: 'block', value: 'abc' } }]);
		expect(came.map(isViewBlockActionUserInteraction)).toEqual([true]);
		await page.keyboard.press('Escape');
		expect(await page.locator(':focus').getAttribute('id')).toBe('message');
	});

	test('menus and choices of a message', async () => {
		const page = await stand().open('/?as=li&in=secret-ops');
		const came = await otherApp(page);
		const accessory = { ...ids, type: 'overflow', actionId: 'menu', options };
		const choice = { ...ids, type: 'static_select', actionId: 'pick', placeholder: text('Pick'), options };
		const { id } = sendMessage(stand().running.workspace, {
			...{ senderId: userIds.ana, roomId: roomIds.secretOps, text: 'with controls' },
			blocks: [
				{ type: 'section', text: text('A message with a menu'), accessory },
				{ type: 'actions', elements: [choice] },
			],
		});
		await page.getByLabel('More').click();
		await page.getByRole('button', { name: 'Two' }).click();
		const picked = answered(page, 'pick');
		await page.getByRole('combobox', { name: 'Pick' }).selectOption('one');
		await picked;
		const place = { container: { type: 'message', id }, mid: id, rid: roomIds.secretOps };
		expect(came).toMatchObject([
			{ actionId: 'menu', payload: { blockId: 'block', value: 'two' }, ...place },
			{ actionId: 'pick', payload: { blockId: 'block', value: 'one' }, ...place },
		]);
		expect(came.map(isMessageBlockActionUserInteraction)).toEqual([true, true]);
	});
}
