import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as ts from 'typescript';

const root = join(__dirname, '..');
const filesOf = (folder: string) =>
	readdirSync(join(root, folder))
		.filter((file) => file.endsWith('.ts'))
		.map((file) => join(folder, file));
const sources = ['IntegrationsApp.ts', ...filesOf('commands'), ...filesOf('lib')];
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const parse = (file: string) => ts.createSourceFile(file, text(file), ts.ScriptTarget.ES2022, true);

interface Import {
	readonly from: string;
	readonly typeOnly: boolean;
}

const importsOf = (file: string): Import[] =>
	parse(file)
		.statements.filter(ts.isImportDeclaration)
		.map(({ moduleSpecifier, importClause }) => {
			const name = (moduleSpecifier as ts.StringLiteral).text;
			const from = name.startsWith('.') ? relative(root, join(root, dirname(file), `${name}.ts`)) : name;
			return { from, typeOnly: importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword };
		});

/** Who may use what at run time; types may come from anywhere. Everything may use `failure`, `strings` and `markdown`. */
const allowed: Readonly<Record<string, string[]>> = {
	IntegrationsApp: ['IntegrationsCommand', 'cache', 'limits', 'settings', 'settingsMemory', 'welcome'],
	IntegrationsCommand: [
		'answer',
		'failureMessage',
		'grammar',
		'helpMessage',
		'message',
		'post',
		'query',
		'render',
		'serverSettings',
	],
	welcome: ['firstSteps', 'serverSettings'],
	access: [],
	answer: ['connection', 'details', 'fetchIntegrations', 'lastRun', 'permit', 'report', 'restClient', 'status', 'tokenUser'],
	cache: [],
	connection: [],
	decode: [],
	details: ['nearest'],
	detailsMessage: ['notes', 'reach', 'row', 'writer'],
	failure: [],
	failureMessage: ['grammar', 'naming', 'printQuery'],
	fetchIntegrations: ['lists', 'reach'],
	filter: [],
	findings: ['lists', 'pages'],
	firstSteps: [],
	grammar: [],
	grants: ['decode'],
	helpMessage: ['grammar', 'printQuery'],
	integration: [],
	lastRun: ['decode'],
	limits: [],
	lists: ['pages'],
	markdown: [],
	message: ['notes', 'printQuery', 'row'],
	naming: [],
	nearest: [],
	notes: [],
	pages: ['decode'],
	permit: ['access', 'place', 'serverSettings'],
	place: [],
	post: ['decode'],
	printQuery: ['grammar'],
	query: ['grammar', 'nearest'],
	reach: [],
	render: ['detailsMessage', 'message', 'statusMessage'],
	report: ['filter'],
	restAnswer: ['decode'],
	restClient: ['restAnswer'],
	row: ['report', 'writer'],
	serverCheck: ['tokenSight'],
	serverSettings: [],
	settings: [],
	settingsCheck: [],
	settingsMemory: ['settings'],
	status: ['findings', 'grants', 'serverCheck', 'settingsCheck'],
	statusMessage: ['failureMessage', 'naming', 'statusSight'],
	statusSight: ['naming', 'tokenSight'],
	strings: ['locales'],
	tokenSight: ['decode'],
	tokenUser: [],
	writer: [],
};
const common = ['failure', 'strings', 'markdown'];

describe('one way', () => {
	test.each(sources)('%s uses what it may', (file) => {
		const used = importsOf(file)
			.filter(({ from, typeOnly }) => !typeOnly && from.endsWith('.ts'))
			.map(({ from }) => basename(from, '.ts'));
		expect(used.filter((name) => !common.includes(name)).sort()).toEqual(allowed[basename(file, '.ts')]);
	});

	test('no circle of imports at run time', () => {
		const graph = new Map(
			sources.map((file) => [
				file,
				importsOf(file)
					.filter(({ typeOnly }) => !typeOnly)
					.map(({ from }) => from),
			]),
		);
		const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
			(graph.get(from) ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
		expect(sources.filter((file) => reaches(file, file))).toEqual([]);
	});

	test('of the engine, lib and commands use types and two enums', () => {
		const values = sources.flatMap((file) =>
			importsOf(file)
				.filter(({ from, typeOnly }) => !typeOnly && !from.endsWith('.ts'))
				.map(({ from }) => `${file}: ${from}`),
		);
		expect(values).toEqual([
			'IntegrationsApp.ts: @rocket.chat/apps-engine/definition/App',
			'lib/connection.ts: crypto',
			'lib/decode.ts: url',
			'lib/firstSteps.ts: @rocket.chat/apps-engine/definition/rooms',
			'lib/settings.ts: @rocket.chat/apps-engine/definition/settings',
		]);
	});

	test('the only catch-all is in commands/', () => {
		const catchers = sources.filter((file) => /\bcatch\b(?!\()/.test(text(file)));
		expect(catchers).toEqual([
			'commands/IntegrationsCommand.ts',
			'commands/welcome.ts',
			'lib/decode.ts',
			'lib/post.ts',
			'lib/restAnswer.ts',
			'lib/restClient.ts',
		]);
	});
});

describe('budgets', () => {
	const lines = (from: string) => from.trimEnd().split('\n').length;
	const median = (values: number[]) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

	const functions = sources.flatMap((file) => {
		const found: { name: string; lines: number }[] = [];
		const visit = (node: ts.Node): void => {
			if (ts.isFunctionLike(node) && 'body' in node && node.body) {
				found.push({ name: `${file}: ${node.getText().slice(0, 60)}`, lines: lines(node.getText()) });
			}
			ts.forEachChild(node, visit);
		};
		visit(parse(file));
		return found;
	});

	test('files', () => {
		const sizes = sources.map((file) => lines(text(file)));
		expect(median(sizes)).toBeLessThanOrEqual(60);
		expect(sources.filter((_, index) => (sizes[index] ?? 0) > 150)).toEqual([]);
	});

	test('functions', () => {
		expect(median(functions.map((one) => one.lines))).toBeLessThanOrEqual(12);
		expect(functions.filter((one) => one.lines > 40)).toEqual([]);
	});

	test('tests have at least as many lines as what they test', () => {
		const tests = [...filesOf('test/unit'), ...filesOf('test/engine')];
		const count = (files: string[]) => files.reduce((sum, file) => sum + lines(text(file)), 0);
		expect(count(tests)).toBeGreaterThanOrEqual(count(sources));
	});

	test('every file of lib has its test, but those that hold types', () => {
		const tested = filesOf('test/unit').map((file) => basename(file).replace('.test.ts', '.ts'));
		const untested = filesOf('lib')
			.map((file) => basename(file))
			.filter((file) => !tested.includes(file));
		expect(untested).toEqual(['failure.ts', 'integration.ts']);
	});
});
