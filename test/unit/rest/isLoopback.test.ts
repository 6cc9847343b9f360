import { describe, expect, test } from '@jest/globals';
import { isLoopback } from '../../../lib/rest/connection';

describe('the machine itself', () => {
	test.each(['localhost', 'LOCALHOST', 'chat.localhost', 'a.b-c.localhost', '127.0.0.1', '127.1.2.3', '[::1]'])(
		'is %s',
		(name) => {
			expect(isLoopback(name)).toBe(true);
		},
	);
});

describe('beyond it', () => {
	test.each([
		'',
		'localhost.example',
		'notlocalhost',
		'not-localhost',
		'.localhost',
		'localhost\nevil.example',
		'evil.example\nlocalhost',
		'10.0.0.5',
		'127.0.0.1.example',
		'127.0.0',
		'1270.0.0.1',
		'0.0.0.0',
		'[::2]',
		'[::1].example',
		'chat.example',
		'a@localhost',
	])('is %j', (name) => {
		expect(isLoopback(name)).toBe(false);
	});
});
