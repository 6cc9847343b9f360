import { expect, test } from '@jest/globals';
import { appSettingsPath, pageAt } from '../../../lib/host/webPages';

test('a page has the workspace’s address before it, and none where that is not known', () => {
	const path = appSettingsPath({ appId: 'APP', appVersion: '0.1.0' });
	expect(pageAt('https://chat.example/below', path)).toBe(
		'https://chat.example/below/marketplace/private/info/APP/0.1.0/settings',
	);
	expect(pageAt('', path)).toBe('');
});
