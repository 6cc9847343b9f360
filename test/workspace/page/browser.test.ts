/** The browser's scripts are checked by the compiler, but with the browser's types: these would hide mistakes anywhere else. */
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import * as ts from 'typescript';

const folder = join(__dirname, 'browser');

test('the browser’s scripts have no type error', () => {
	const config = ts.readConfigFile(join(folder, 'tsconfig.json'), (file) => ts.sys.readFile(file));
	const { fileNames, options, errors } = ts.parseJsonConfigFileContent(config.config, ts.sys, folder);
	const program = ts.createProgram(fileNames, options);
	const found = [...errors, ...ts.getPreEmitDiagnostics(program)].map(
		({ file, messageText }) => `${file?.fileName ?? ''}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
	);
	expect(found).toEqual([]);
	expect(fileNames.length).toBeGreaterThan(5);
});
