import { describe, expect, jest, test } from '@jest/globals';
import { explain, Interrupted, StartFailure } from './failures';
import { parseLine } from './line';
import { readOptions } from './options';
import { createStep } from './steps';
import { lookOf } from './terminal';

test.each([
	['', { kind: 'nothing' }],
	[' \t ', { kind: 'nothing' }],
	[' hello ', { kind: 'text', text: 'hello' }],
	['/integrations', { kind: 'command', name: 'integrations', rest: '', text: '/integrations' }],
	['/As  mia ', { kind: 'command', name: 'as', rest: 'mia', text: '/As  mia' }],
	['/set page_size 5', { kind: 'command', name: 'set', rest: 'page_size 5', text: '/set page_size 5' }],
	['/', { kind: 'command', name: '', rest: '', text: '/' }],
])('%j is read', (typed, line) => {
	expect(parseLine(typed)).toEqual(line);
});

describe('what is asked for', () => {
	test.each([
		[[], {}, { port: 3000 }],
		[[], { PORT: '' }, { port: 3000 }],
		[[], { PORT: '0' }, { port: 0 }],
		[['/integrations', 'help'], { PORT: '3001' }, { port: 0, line: '/integrations help' }],
		[['/integrations --help'], {}, { port: 0, line: '/integrations --help' }],
	])('%j with %j', (args, environment, options) => {
		expect(readOptions(args, environment)).toEqual(options);
	});

	test.each([['65536'], ['-1'], ['3e3'], ['http'], ['30.5'], [' ']])('PORT=%j is refused', (PORT) => {
		expect(() => readOptions([], { PORT })).toThrow(`PORT is ${PORT}, but it must be a whole number`);
	});

	test('an option that there is not', () => {
		expect(() => readOptions(['--nope'], {})).toThrow('--nope is not an option.');
	});
});

describe('a step', () => {
	const setUp = () => {
		const stop = new AbortController();
		const write = jest.fn<(text: string) => void>();
		const now = jest
			.fn(() => 0)
			.mockReturnValueOnce(0)
			.mockReturnValue(3640);
		return { stop, step: createStep({ write, stop: stop.signal, now }), shown: () => write.mock.calls.join('') };
	};

	test('is shown with how long it took', async () => {
		const { step, shown } = setUp();
		await expect(step('Packaging', () => Promise.resolve(7))).resolves.toBe(7);
		expect(shown()).toBe('Packaging … 3.6 s\n');
	});

	test('fails with its name and the cause', async () => {
		const { step, shown } = setUp();
		const failure: unknown = await step('Packaging', () => Promise.reject(new Error('disk full'))).catch(
			(thrown: unknown) => thrown,
		);
		expect(explain(failure)).toBe('Packaging: this did not work, so nothing was started.\ndisk full');
		expect(shown()).toBe('Packaging … failed\n');
	});

	test('fails with a sentence of its own', async () => {
		const failure: unknown = await setUp()
			.step('Packaging', () => Promise.reject(new StartFailure('No.')))
			.catch((thrown: unknown) => thrown);
		expect(explain(failure)).toBe('No.');
	});

	test('ends with the program, and none comes after', async () => {
		const { stop, step, shown } = setUp();
		const interrupted = new Interrupted('SIGINT');
		const killed = step('Packaging', () => {
			stop.abort(interrupted);
			return Promise.reject(new Error('killed'));
		});
		await expect(killed).rejects.toBe(interrupted);
		await expect(step('Next', () => Promise.resolve())).rejects.toBe(interrupted);
		expect([shown(), interrupted.exitCode]).toEqual(['Packaging … stopped\n', 130]);
	});
});

test('only a terminal gets styles, and only where it wants them', () => {
	const terminal = { isTTY: true, columns: 80 };
	const bold = (...asked: Parameters<typeof lookOf>) => lookOf(...asked).style.bold('x') !== 'x';
	expect(bold(terminal, {})).toBe(true);
	expect([bold(terminal, { NO_COLOR: '1' }), bold(terminal, { TERM: 'dumb' }), bold({ ...terminal, isTTY: false }, {})]).toEqual([
		false,
		false,
		false,
	]);
	expect([10, 80, 300].map((columns) => lookOf({ isTTY: true, columns }, {}).width)).toEqual([30, 80, 110]);
});
