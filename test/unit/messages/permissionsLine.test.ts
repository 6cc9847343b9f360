import { expect, test } from '@jest/globals';
import { permissionsLine } from '../../../lib/messages/permissionsLine';
import { statusWords } from '../../../lib/messages/statusWords';
import { translator } from '../../../lib/messages/translate';
import { readTokenPermissions } from '../../../lib/status/tokenPermissions';
import { forAdmin, permissionList } from '../../support/setUpWorld';

function line(user: string, ...held: string[]) {
	return permissionsLine(
		{ check: 'permissions', state: 'ok', user, granted: readTokenPermissions(['viewer'], permissionList(...held)) },
		statusWords(forAdmin, translator('en')),
	);
}

test('only the permissions that are missing are asked for', () => {
	const [incoming, outgoing] = ['manage-incoming-integrations', 'manage-outgoing-integrations'];
	const [ownIncoming, ownOutgoing] = ['manage-own-incoming-integrations', 'manage-own-outgoing-integrations'];
	const give = "Give a role of the token's user (`reader`)";
	expect(line('reader', incoming)).toContain(`${give} \`${outgoing}\`.`);
	expect(line('reader', outgoing)).toContain(`${give} \`${incoming}\`.`);
	expect(line('reader', ownIncoming)).toContain(`${give} \`${incoming}\` and \`${outgoing}\`.`);
	// Both own ones outweigh a full one.
	expect(line('reader', outgoing, ownIncoming, ownOutgoing)).toContain(`${give} \`${incoming}\`.`);
});

test('nothing is asked for where all can be seen', () => {
	expect(line('reader', 'manage-incoming-integrations', 'manage-outgoing-integrations')).toBe('All integrations can be seen.');
});

test('a user without a name is an ellipsis, one with a dangerous name is quoted', () => {
	expect(line('')).toContain('user (…) `');
	expect(line('@all')).toContain('user (`@all`) `');
});
