import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { tokens, userIds } from '../sample';
import { launch, served } from './launch';

async function statusOf(url: string, query = ''): Promise<number> {
	const headers = { 'X-User-Id': userIds.service, 'X-Auth-Token': tokens.service };
	return (await fetch(`${url}/api/v1/integrations.list${query}`, { headers })).status;
}

test.each(['SIGINT', 'SIGTERM'] as const)('serves until %s, and closes then', async (signal) => {
	const child = launch();
	const url = await served(child);
	expect(await statusOf(url)).toBe(200);
	child.kill(signal);
	const [code] = (await once(child, 'exit')) as [number | null];
	expect(code).toBe(0);
	await expect(statusOf(url)).rejects.toThrow('fetch failed');
	child.stdin.destroy();
});

test('a command under way does not hold up the end', async () => {
	const silent = createServer().listen(0, '127.0.0.1');
	await once(silent, 'listening');
	const child = launch();
	await served(child);
	const asked = once(silent, 'connection') as Promise<[Socket]>;
	child.stdin.write(`/set server_url http://127.0.0.1:${(silent.address() as AddressInfo).port}\n/integrations\n`);
	const [socket] = await asked;
	child.kill('SIGTERM');
	expect(await once(child, 'exit')).toEqual([0, null]);
	child.stdin.destroy();
	socket.destroy();
	silent.close();
});
