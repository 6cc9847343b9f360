/** The page in a real browser: one start of the app and of the browser for all of it. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { accessibilityTests } from './accessibility';
import { noBrowser } from './browser';
import { exportTests } from './exported';
import { fileTests } from './files';
import { heightTests } from './heights';
import { menuTests } from './menus';
import { panelTests } from './panel';
import { roomTests } from './room';
import { settingsTests } from './settings';
import { viewTests } from './views';
import { setUp, type Stand } from './stand';
import { watchedTests } from './watched';
import { workspaceTests } from './workspace';

let stand: Stand;

if (noBrowser !== undefined) {
	process.stderr.write(`${noBrowser}\n`);
	test.skip('the page in a browser', () => undefined);
} else {
	beforeAll(async () => {
		stand = await setUp();
	});
	afterEach(async () => {
		await stand.clear();
		expect(stand.complaints.splice(0)).toEqual([]);
	});
	afterAll(async () => stand.close());

	describe('a room', () => {
		roomTests(() => stand);
	});
	describe('the summary’s height', () => {
		heightTests(() => stand);
	});
	describe('the menus', () => {
		menuTests(() => stand);
	});
	describe('the panel', () => {
		panelTests(() => stand);
	});
	describe('files', () => {
		fileTests(() => stand);
	});
	describe('the whole workspace', () => {
		workspaceTests(() => stand);
	});
	describe('an export', () => {
		exportTests(() => stand);
	});
	describe('the views of other apps', () => {
		viewTests(() => stand);
	});
	describe('a watched room', () => {
		watchedTests(() => stand);
	});
	describe('the settings page', () => {
		settingsTests(() => stand);
	});
	describe('for everybody', () => {
		accessibilityTests(() => stand);
	});
}
