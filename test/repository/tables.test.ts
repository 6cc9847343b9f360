/** The tables of the documents say what the code says. */
import { describe, expect, test } from '@jest/globals';
import { severities } from '../../lib/integrations/finding';
import { words } from '../../lib/query/grammar';
import { parseQuery } from '../../lib/query/parseQuery';
import { hostSettings } from '../../lib/settings';
import { documents, read, rows, section } from '../support/documents';

const english = JSON.parse(read('i18n/en.json')) as Record<string, string>;
const manifest = JSON.parse(read('app.json')) as Record<string, unknown> & { permissions: { name: string }[] };
const project = JSON.parse(read('package.json')) as { version: string; devDependencies: Record<string, string> };

test('the table of settings is the settings page', () => {
	expect(rows(section('docs/admin-guide.md', 'Settings')).map(([label, id, value]) => [label, id, value])).toEqual(
		hostSettings().map(({ id, i18nLabel, packageValue }) => {
			const value = String(packageValue as unknown);
			return [english[i18nLabel], `\`${id}\``, value === '' ? 'empty' : `\`${value}\``];
		}),
	);
});

test('the table of permissions is the manifest', () => {
	expect(rows(section('docs/admin-guide.md', 'Permissions of the app')).map(([name]) => name)).toEqual(
		manifest.permissions.map(({ name }) => `\`${name}\``),
	);
});

describe('every failure is explained, and nothing else', () => {
	/** Never shown as failures of their own: they become lines of the summary. */
	const sentences = Object.entries(english).filter(
		([key]) => /^(failure|remark)_/.test(key) && !['failure_pagingRefused', 'failure_listTooLong'].includes(key),
	);
	const says = rows(section('docs/messages.md', 'Failures')).flatMap(([cell = '']) =>
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
	const told = rows(section('docs/findings.md', 'What needs attention')).map(
		([severity = '', words = '']) => `${severity}: ${words.replaceAll('*', '')}`,
	);
	const kinds = Object.entries(severities).map(
		([kind, severity]) => `**${english[`severity_${severity}`] ?? ''}**: ${english[`short_${kind}`] ?? ''}`,
	);
	expect([...told].sort()).toEqual([...new Set(kinds)].sort());
});

describe('every reason why an integration reaches a room is explained', () => {
	const told = section('docs/messages.md', 'What reaches a room');
	/** These make a part of their own, or are told by the kind of room. */
	const apart = ['publicChannels', 'privateGroups', 'directMessages'].map((reason) => `row_reach_${reason}`);
	const reasons = Object.entries(english).filter(([key]) => key.startsWith('row_reach_') && !apart.includes(key));

	test.each(reasons)('%s', (_, words) => {
		expect(told).toContain(`| *${words}* |`);
	});
});

test('the table of words is the grammar', () => {
	const [table = ''] = section('README.md', 'Use').split('\n\nWords combine');
	const named = rows(table).flatMap(([cell = '']) => cell.match(/`[^`]+`/g) ?? []);
	expect(named.map((word) => word.replace(/`| .*/g, ''))).toEqual(words);
});

test('every command that is shown can be typed', () => {
	const examples = documents.flatMap((name) => read(name).match(/`\/integrations [^`]*`/g) ?? []);
	expect(examples.length).toBeGreaterThan(2);
	for (const example of examples) {
		expect(parseQuery(example.replaceAll('`', '').split(' ').slice(1)).ok).toBe(true);
	}
});

test('the versions agree', () => {
	expect(manifest.version).toBe(project.version);
	expect(read('CHANGELOG.md')).toContain(`## ${project.version}`);
	const table = section('docs/admin-guide.md', 'Compatibility');
	expect(table).toContain(`| ${project.devDependencies['@rocket.chat/apps-engine'] ?? '?'} |`);
	expect(table).toContain(String(manifest.requiredApiVersion).replace('^', ''));
	const [oldest = '?'] = /(?<=Rocket\.Chat )[\d.]+(?= or later)/.exec(table) ?? [];
	expect(read('README.md')).toContain(`Rocket.Chat ${oldest} and later`);
});

test('the table of bounds has the numbers of the code', () => {
	const bounds = rows(section('docs/threat-model.md', 'Bounds'));
	expect(bounds.length).toBeGreaterThan(10);
	const wrong = bounds.filter(([, most = '', where = '']) => {
		const [, name = '', file = ''] = /^`(\w+)` in `([\w/.]+)`$/.exec(where) ?? [];
		const line = read(file)
			.split('\n')
			.find((text) => new RegExp(`\\b${name}\\b[^=]*=`).test(text) && text.includes('const '));
		return !line?.replaceAll('_', '').includes(most);
	});
	expect(wrong).toEqual([]);
});
