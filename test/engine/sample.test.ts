import { expect, test } from '@jest/globals';
import { section } from '../support/documents';
import { setUp } from '../support/scene';

test('the summary in docs/messages.md is what the app posts', async () => {
	const scene = await setUp();
	try {
		const [, sample] = section('docs/messages.md', 'The summary').split('```\n');
		expect(sample).toBe(`${(await scene.ask()).messages[0]?.text ?? ''}\n`);
	} finally {
		await scene.close();
	}
});
