import { describe, expect, test } from '@jest/globals';
import { fail, success } from '../../../lib/failure';
import { isFrom, readVersion } from '../../../lib/rest/serverVersion';

function read(version: unknown): string {
	return readVersion(success({ body: { success: true, version }, remaining: 9 }));
}

describe('the version is told as it is', () => {
	test.each(['8', '8.6', '8.6.0', '10.12.14', '8.6.0-rc.1', '8.6.0-rc.12', '8.6.0-develop'])('%s', (version) => {
		expect(read(version)).toBe(version);
	});
});

describe('what has another form is not told', () => {
	test.each([
		...[undefined, null, 8, { toString: '8.6' }, ['8.6']],
		...['', 'v8.6', '8.6 CANARY', 'CANARY 8.6', '8.', '8.6.0.1', '8.6.0-', '8.6.0-1', '8.6.0-rc.x', '8.6.0-rc.1.2', '8.6\n9'],
	])('%j', (version) => {
		expect(read(version)).toBe('');
	});

	test('nor where the server does not answer', () => {
		expect(readVersion(fail({ kind: 'connectionFailed' }))).toBe('');
	});
});

describe('a version is', () => {
	test.each([
		['8.6.0', true],
		['8.6', true],
		['8.10.0', true],
		['9.0.0', true],
		['10.0.0', true],
		['8.6.0-rc.1', true],
		['8.5.9', false],
		['8', false],
		['7.13.0', false],
	])('%s: 8.6 or newer: %j', (version, isNewer) => {
		expect(isFrom(version, [8, 6])).toBe(isNewer);
	});

	test('not known where it was not told', () => {
		expect(isFrom('', [8, 6])).toBeUndefined();
	});
});
