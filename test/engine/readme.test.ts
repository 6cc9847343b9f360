import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { severities } from '../../lib/integrations/finding';
import { words } from '../../lib/query/grammar';
import { parseQuery } from '../../lib/query/parseQuery';
import { hostSettings } from '../../lib/settings';
import type { Scene } from '../support/scene';
import { setUp } from '../support/scene';

const root = join(__dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const english = JSON.parse(readFileSync(join(root, 'i18n/en.json'), 'utf8')) as Record<string, string>;
const manifest = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as Record<string, unknown> & {
	permissions: { name: string }[];
};
const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
	version: string;
	scripts: Record<string, string>;
	devDependencies: Record<string, string>;
};
const section = (title: string): string => readme.split(`\n### ${title}\n`)[1]?.split(/\n##+ /)[0] ?? '';
const rows = (text: string): string[][] =>
	text
		.split('\n')
		.filter((line) => line.startsWith('| '))
		.slice(1)
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim()),
		);

let scene: Scene;
beforeAll(async () => {
	scene = await setUp();
});
afterAll(async () => scene.close());

test('the sample is what the app posts', async () => {
	const [, sample] = readme.split('```\n');
	expect(sample).toBe(`${(await scene.ask()).messages[0]?.text ?? ''}\n`);
});

test('the table of settings is the settings page', () => {
	expect(rows(section('Settings')).map(([label, id, value]) => [label, id, value])).toEqual(
		hostSettings().map(({ id, i18nLabel, packageValue }) => {
			const value = String(packageValue as unknown);
			return [english[i18nLabel], `\`${id}\``, value === '' ? 'empty' : `\`${value}\``];
		}),
	);
});

test('the table of permissions is the manifest', () => {
	expect(rows(section('Permissions of the app')).map(([name]) => name)).toEqual(
		manifest.permissions.map(({ name }) => `\`${name}\``),
	);
});

describe('every failure is explained, and nothing else', () => {
	/** Never shown as failures of their own: they become lines of the summary. */
	const sentences = Object.entries(english).filter(
		([key]) => /^(failure|remark)_/.test(key) && !['failure_pagingRefused', 'failure_listTooLong'].includes(key),
	);
	const says = rows(section('What each message means')).flatMap(([cell = '']) =>
		[...cell.matchAll(/\*([^*]+)\*/g)].map(([, text = '']) => text),
	);
	const explains = (says: string, sentence: string): boolean => {
		const pattern = says
			.split('…')
			.map((part) => part.replace(/[.()?]/g, '\\$&'))
			.join('.+');
		return new RegExp(`^${pattern}`).test(sentence.replace(/\{\w+\}/g, 'X'));
	};

	test.each(sentences.filter(([key]) => !key.endsWith('_other')))('%s', (_, sentence) => {
		expect(says.filter((text) => explains(text, sentence))).toHaveLength(1);
	});

	test.each(says)('%s', (text) => {
		expect(sentences.some(([, sentence]) => explains(text, sentence))).toBe(true);
	});
});

test('the table of findings has all of them, each under its severity', () => {
	const told = rows(section('What needs attention')).map(
		([severity = '', words = '']) => `${severity}: ${words.replaceAll('*', '')}`,
	);
	const kinds = Object.entries(severities).map(
		([kind, severity]) => `**${english[`severity_${severity}`] ?? ''}**: ${english[`short_${kind}`] ?? ''}`,
	);
	expect([...told].sort()).toEqual([...new Set(kinds)].sort());
});

test('the table of words is the grammar', () => {
	const table = readme.split('\n## For everyone who may ask\n')[1]?.split('\n\nWords combine')[0] ?? '';
	const named = rows(table).flatMap(([cell = '']) => cell.match(/`[^`]+`/g) ?? []);
	expect(named.map((word) => word.replace(/`| .*/g, ''))).toEqual(words);
	const examples = readme.match(/`\/integrations [^`]*`/g) ?? [];
	expect(examples.length).toBeGreaterThan(0);
	for (const example of examples) {
		expect(parseQuery(example.replaceAll('`', '').split(' ').slice(1)).ok).toBe(true);
	}
});

test('every npm command exists', () => {
	const commands = [...readme.matchAll(/npm run (\w+)/g)].map(([, name]) => name);
	expect(commands.filter((name) => !(name && name in project.scripts))).toEqual([]);
});

test('the versions agree', () => {
	expect(manifest.version).toBe(project.version);
	expect(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')).toContain(`## ${project.version}`);
	expect(section('Compatibility')).toContain(`| ${project.devDependencies['@rocket.chat/apps-engine'] ?? '?'} |`);
	expect(section('Compatibility')).toContain(String(manifest.requiredApiVersion).replace('^', ''));
});
