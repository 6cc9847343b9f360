import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import { boot } from './boot';
import type { Step } from './steps';

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}

/** Steps that go well up to the one whose label begins so. */
function failingAt(beginning: string): { step: Step; labels: string[]; outcomes: string[] } {
	const labels: string[] = [];
	const outcomes: string[] = [];
	const step: Step = async (label, run, outcome) => {
		labels.push(label);
		if (label.startsWith(beginning)) throw new Error('disk full');
		const value = await run();
		outcomes.push(outcome?.(value) ?? '');
		return value;
	};
	return { step, labels, outcomes };
}

describe('what was opened is closed', () => {
	test.each(['Packaging', 'Starting the Apps-Engine', 'Installing', 'Filling in'])('%s fails', async (beginning) => {
		const { step, labels, outcomes } = failingAt(beginning);
		await expect(boot(0, step)).rejects.toThrow('disk full');
		expect(labels.at(-1)).toMatch(beginning);
		await expect(fetch(outcomes[0] ?? '')).rejects.toThrow('fetch failed');
	});

	test('then all goes well in the same process', async () => {
		const { host, rest, close } = await boot(0, failingAt('nothing').step);
		expect((await fetch(rest.url)).status).toBe(404);
		expect(host.settings().user_id?.value).toMatch(/^srv/);
		const { pid } = host.process();
		await close();
		await expect(fetch(rest.url)).rejects.toThrow('fetch failed');
		while (isAlive(pid)) await setTimeout(20);
	});
});
