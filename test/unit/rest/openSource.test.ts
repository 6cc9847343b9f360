import { expect, test } from '@jest/globals';
import { success } from '../../../lib/failure';
import { connectionKey, identityOf } from '../../../lib/rest/connection';
import { openSource } from '../../../lib/rest/openSource';
import { host } from '../../support/host';

test('a source asks one server as one user, and is known by both', async () => {
	const { ports, requests } = host();
	const connection = { baseUrl: 'http://chat.example', userId: 'U1', token: { reveal: () => 'CANARY' } };
	const source = openSource(connection, { requestTimeout: 10, deadline: 1_020_000, keepFor: 7 }, ports);
	expect(source).toMatchObject({
		cache: ports.cache,
		connectionKey: connectionKey(connection),
		identity: identityOf(connection),
		keepFor: 7,
	});
	expect(requests).toEqual([]);
	expect(await source.get('v1/integrations.list', {})).toMatchObject(success({ body: { total: 2 } }));
	expect(requests).toEqual(['v1/integrations.list']);
	expect(JSON.stringify(source)).not.toContain('CANARY');
});
