import { expect, test } from '@jest/globals';
import { boot } from './boot';
import type { Entry } from './conversation';
import { createSession } from './session';
import { takeTour } from './tour';

test('the tour gets an answer at every stop, and nothing that is not understood', async () => {
	const running = await boot(0, async (_, run) => run());
	const shown: Entry[] = [];
	await takeTour(createSession(running), (entries) => shown.push(...entries)).finally(running.close);
	expect(shown.filter(({ kind }) => kind === 'refusal')).toEqual([]);
	const typed = shown.flatMap((entry, index) =>
		entry.kind === 'typed' ? [{ text: entry.text, after: shown[index + 1]?.kind }] : [],
	);
	expect(typed.filter(({ after }) => after !== 'message')).toEqual([]);
	const said = shown.flatMap((entry) => (entry.kind === 'message' ? [entry.text] : [])).join('\n');
	// What the captions promise.
	for (const promise of [
		'#field-team',
		'the room is read-only',
		'the room is archived',
		'this direct message',
		'Broken webhooks',
	]) {
		expect(said).toContain(promise);
	}
});
