/** The house: which folder may know which, types included. CONTRIBUTING.md tells what each of them is for. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as ts from 'typescript';

const root = join(__dirname, '../..');
const sources = [
	'IntegrationsApp.ts',
	...['commands', 'lib'].flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.map((file) => join(folder, file)),
	),
].filter((file) => !file.startsWith('lib/generated/'));
function text(file: string) {
	return readFileSync(join(root, file), 'utf8');
}
function parse(file: string) {
	return ts.createSourceFile(file, text(file), ts.ScriptTarget.ES2022, true);
}

interface Import {
	readonly from: string;
	readonly to: string;
	/** Whether something of it is there at run time. */
	readonly value: boolean;
}

const imports: readonly Import[] = sources.flatMap((file) =>
	parse(file)
		.statements.filter(ts.isImportDeclaration)
		.map(({ moduleSpecifier, importClause }) => {
			const name = (moduleSpecifier as ts.StringLiteral).text;
			const names = importClause?.namedBindings;
			const isTypes =
				importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
				(names && ts.isNamedImports(names) && names.elements.every(({ isTypeOnly }) => isTypeOnly));
			return {
				from: file,
				to: name.startsWith('.') ? normalize(join(dirname(file), `${name}.ts`)) : name,
				value: !isTypes,
			};
		}),
);
const own = imports.filter(({ to }) => to.endsWith('.ts'));

/** `lib/rest/cache.ts` is in `rest`, `lib/answer.ts` is `answer`. */
function folderOf(file: string): string {
	return /^(?:lib\/)?(\w+)/.exec(file)?.[1] ?? '';
}

/** Each folder, or file beside the folders, may know these, and nothing else. */
const directions: Readonly<Record<string, readonly string[]>> = {
	IntegrationsApp: ['commands', 'rest', 'host', 'settings'],
	commands: ['uikit', 'messages', 'answer', 'access', 'rest', 'host', 'query', 'watch', 'failure', 'settings', 'util'],
	uikit: ['messages', 'answer', 'report', 'host', 'integrations', 'query', 'failure', 'util'],
	messages: ['answer', 'report', 'status', 'watch', 'host', 'integrations', 'query', 'failure', 'settings', 'util', 'generated'],
	answer: ['report', 'status', 'watch', 'access', 'integrations', 'query', 'rest', 'host', 'failure'],
	report: ['access', 'rest', 'host', 'integrations', 'query', 'failure', 'util'],
	status: ['rest', 'host', 'integrations', 'failure', 'settings', 'util'],
	access: ['host', 'integrations', 'query', 'failure', 'settings'],
	rest: ['integrations', 'failure', 'settings', 'util'],
	host: ['integrations', 'failure', 'util'],
	integrations: ['failure', 'util'],
	query: ['failure', 'util'],
	watch: ['access', 'report', 'rest', 'host', 'integrations', 'failure', 'settings', 'util'],
	failure: ['settings'],
	settings: [],
	util: [],
};

/** What is called in these folders from outside goes through these files. */
const waysIn: Readonly<Record<string, readonly string[]>> = {
	access: ['authorize', 'mayStillAsk'],
	report: ['compose', 'pageSize'],
	status: ['checkSetUp', 'checks'],
};

describe('one way', () => {
	test.each(Object.entries(directions))('%s knows what it may', (folder, allowed) => {
		const strays = own.filter(({ from, to }) => folderOf(from) === folder && ![folder, ...allowed].includes(folderOf(to)));
		expect(strays).toEqual([]);
	});

	test('every file is in a folder with a direction', () => {
		expect(sources.filter((file) => !(folderOf(file) in directions))).toEqual([]);
	});

	test('no circle of imports, types included', () => {
		const graph = new Map(sources.map((file) => [file, own.filter(({ from }) => from === file).map(({ to }) => to)]));
		const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
			(graph.get(from) ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
		expect(sources.filter((file) => reaches(file, file))).toEqual([]);
	});

	test.each(Object.entries(waysIn))('%s is entered by its door', (folder, doors) => {
		const inside = own.filter(({ from, to, value }) => value && folderOf(to) === folder && folderOf(from) !== folder);
		expect(inside.filter(({ to }) => !doors.some((door) => to.endsWith(`/${door}.ts`)))).toEqual([]);
	});

	test('of the engine, lib and commands use types and a few enums', () => {
		const values = imports.filter(({ to, value }) => value && !to.endsWith('.ts')).map(({ from, to }) => `${from}: ${to}`);
		expect(values.sort()).toEqual([
			'IntegrationsApp.ts: @rocket.chat/apps-engine/definition/App',
			'commands/schedule.ts: @rocket.chat/apps-engine/definition/scheduler/IProcessor',
			'commands/showPanel.ts: @rocket.chat/apps-engine/definition/uikit/IUIKitSurface',
			'lib/host/directMessage.ts: @rocket.chat/apps-engine/definition/rooms/RoomType',
			'lib/host/permissions.ts: @rocket.chat/apps-engine/definition/metadata/RocketChatAssociations',
			'lib/rest/connection.ts: crypto',
			'lib/rest/targets.ts: url',
			'lib/settings.ts: @rocket.chat/apps-engine/definition/settings/SettingType',
			'lib/uikit/menuEntries.ts: @rocket.chat/apps-engine/definition/ui/IUIActionButtonDescriptor',
			'lib/uikit/menuEntries.ts: @rocket.chat/apps-engine/definition/ui/UIActionButtonContext',
			'lib/watch/store.ts: @rocket.chat/apps-engine/definition/metadata/RocketChatAssociations',
		]);
	});

	test('the only catch-all is in commands/', () => {
		expect(sources.filter((file) => /\bcatch\b(?!\()/.test(text(file))).sort()).toEqual([
			'commands/IntegrationsButtons.ts',
			'commands/IntegrationsCommand.ts',
			'lib/host/post.ts',
			'lib/rest/client.ts',
			'lib/rest/response.ts',
			'lib/rest/targets.ts',
			'lib/uikit/buttonValue.ts',
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
});
