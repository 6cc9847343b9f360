import { expect, test } from '@jest/globals';
import { permissionsLine } from '../../../lib/messages/permissionsLine';
import { translator } from '../../../lib/messages/translate';
import { readTokenPermissions } from '../../../lib/status/tokenPermissions';
import { permissionList } from '../../support/setUpWorld';

function line(user: string, ...held: string[]) {
	return permissionsLine(
		{ check: 'permissions', state: 'ok', user, granted: readTokenPermissions(['viewer'], permissionList(...held)) },
		translator('en'),
	);
}

test('only the permissions that are missing are asked for', () => {
	expect(line('reader', 'manage-incoming-integrations')).toContain('give a role of that user `manage-outgoing-integrations`.');
	expect(line('reader', 'manage-outgoing-integrations')).toContain('give a role of that user `manage-incoming-integrations`.');
	expect(line('reader', 'manage-own-incoming-integrations')).toContain(
		'give a role of that user `manage-incoming-integrations` and `manage-outgoing-integrations`.',
	);
});

test('a full permission that the two own ones outweigh is named', () => {
	const text = line(
		'reader',
		'manage-outgoing-integrations',
		'manage-own-incoming-integrations',
		'manage-own-outgoing-integrations',
	);
	expect(text).toMatch(/^`reader` has `manage-outgoing-integrations`, but also both permissions for its own integrations/);
	expect(text).toMatch(/give a role of that user `manage-incoming-integrations`\.$/);
});

test('nothing is asked for where all can be seen', () => {
	expect(line('reader', 'manage-incoming-integrations', 'manage-outgoing-integrations')).not.toContain('workspace admin');
});

test('a user without a name is an ellipsis, one with a dangerous name is quoted', () => {
	expect(line('')).toMatch(/^… has none/);
	expect(line('@all')).toMatch(/^`@all` has none/);
});
