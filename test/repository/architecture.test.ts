import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as ts from 'typescript';

const root = join(__dirname, '../..');
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
	IntegrationsApp: [
		'IntegrationsButtons',
		'IntegrationsCommand',
		'cache',
		'hostMemory',
		'limits',
		'people',
		'settings',
		'surroundings',
		'welcome',
	],
	IntegrationsButtons: ['actions', 'clicked', 'delivery', 'inquiry', 'interaction', 'panel', 'surroundings', 'unforeseen'],
	IntegrationsCommand: ['delivery', 'grammar', 'inquiry', 'patience', 'query', 'surroundings', 'unforeseen'],
	clicked: ['click', 'offer', 'patience', 'surroundings', 'within'],
	delivery: ['blocks', 'controls', 'message', 'panel', 'patience', 'post', 'remark', 'render', 'within'],
	inquiry: ['answer', 'patience', 'unforeseen', 'within'],
	patience: [],
	surroundings: ['hostMemory', 'post', 'serverSettings', 'settings', 'within'],
	unforeseen: [],
	welcome: ['firstSteps', 'serverSettings', 'within'],
	access: [],
	actions: ['entries', 'printQuery'],
	activity: ['decode'],
	answer: ['cache', 'connection', 'fetchIntegrations', 'permit', 'restClient', 'status', 'tell', 'tokenUser'],
	attentionMessage: ['findingText', 'recentText', 'writer'],
	blocks: [],
	cache: [],
	click: ['actions', 'offer'],
	connection: [],
	contacts: [],
	contactsText: ['naming'],
	controls: ['offer'],
	decode: ['loopback'],
	details: ['nearest', 'selection'],
	detailsMessage: ['contactsText', 'findingText', 'message', 'notes', 'reach', 'recentText', 'row', 'writer'],
	entries: ['grammar', 'nearest'],
	failure: [],
	failureMessage: ['grammar', 'message', 'naming', 'printQuery'],
	fetchIntegrations: ['lists', 'reach'],
	filter: [],
	finding: [],
	findingText: ['finding'],
	firstSteps: ['message'],
	grammar: [],
	grants: ['decode'],
	helpMessage: ['grammar', 'message', 'printQuery'],
	hostMemory: [],
	integration: [],
	interaction: ['decode'],
	judge: ['finding', 'overlap', 'reach'],
	lastRun: ['decode'],
	limits: [],
	lists: ['pages'],
	loopback: [],
	markdown: [],
	message: [],
	naming: [],
	nearest: [],
	notes: [],
	offer: ['decode', 'entries', 'printQuery'],
	overlap: [],
	pages: ['decode'],
	panel: ['attentionMessage', 'blocks', 'controls', 'notes', 'panelForm', 'recentText', 'render', 'reportMessage', 'row'],
	panelForm: ['blocks'],
	people: ['decode'],
	permit: ['access', 'place', 'serverSettings'],
	place: [],
	post: ['decode'],
	printQuery: ['grammar'],
	query: ['entries', 'grammar'],
	reach: [],
	recent: [],
	recentText: [],
	remark: ['printQuery'],
	render: ['detailsMessage', 'failureMessage', 'helpMessage', 'reportMessage', 'statusMessage'],
	report: ['contacts', 'filter', 'selection'],
	reportMessage: ['attentionMessage', 'contactsText', 'message', 'notes', 'printQuery', 'row'],
	restAnswer: ['decode'],
	restClient: ['restAnswer', 'within'],
	row: ['findingText', 'report', 'writer'],
	scrutiny: ['activity', 'judge', 'lastRun', 'recent'],
	selection: ['finding'],
	serverCheck: ['tokenSight'],
	serverSettings: [],
	setUpAnswers: ['lists', 'pages'],
	settings: [],
	settingsCheck: ['loopback'],
	status: ['activity', 'grants', 'serverCheck', 'setUpAnswers', 'settingsCheck'],
	statusMessage: ['failureMessage', 'message', 'naming', 'statusSight'],
	statusSight: ['naming', 'tokenSight'],
	strings: ['locales'],
	tell: ['contacts', 'details', 'filter', 'report', 'scrutiny', 'selection'],
	tokenSight: ['decode'],
	tokenUser: [],
	within: [],
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

	test('of the engine, lib and commands use types and three enums', () => {
		const values = sources.flatMap((file) =>
			importsOf(file)
				.filter(({ from, typeOnly }) => !typeOnly && !from.endsWith('.ts'))
				.map(({ from }) => `${file}: ${from}`),
		);
		expect(values).toEqual([
			'IntegrationsApp.ts: @rocket.chat/apps-engine/definition/App',
			'commands/IntegrationsCommand.ts: @rocket.chat/apps-engine/definition/uikit/IUIKitSurface',
			'lib/connection.ts: crypto',
			'lib/decode.ts: url',
			'lib/firstSteps.ts: @rocket.chat/apps-engine/definition/rooms/RoomType',
			'lib/settings.ts: @rocket.chat/apps-engine/definition/settings/SettingType',
		]);
	});

	test('the only catch-all is in commands/', () => {
		const catchers = sources.filter((file) => /\bcatch\b(?!\()/.test(text(file)));
		expect(catchers).toEqual([
			'commands/IntegrationsButtons.ts',
			'commands/IntegrationsCommand.ts',
			'lib/decode.ts',
			'lib/offer.ts',
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
