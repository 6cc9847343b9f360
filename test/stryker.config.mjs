/** Changes the code in small ways and runs the tests: a change that no test notices shows what is not tested, or not needed. */
export default {
	testRunner: 'jest',
	jest: { configFile: 'test/jest.mutation.config.mjs' },
	coverageAnalysis: 'perTest',
	mutate: [
		'lib/{query,access,integrations,report,rest,watch}/*.ts',
		// The network itself: tests of the packaged app ask a real server.
		'!lib/rest/{client,networkFailure}.ts',
		// The way of `export`, from a row to the file in a direct message.
		'lib/messages/renderCsv.ts',
		'lib/util/csv.ts',
		'lib/host/sendFile.ts',
	],
	ignorePatterns: ['/dist', '/docs', '/reports', '/test/{bench,browser,engine,engine-versions,workspace}', '/.ci'],
	concurrency: 2,
	thresholds: { high: 95, low: 90, break: 90 },
	tempDirName: '.stryker-tmp',
	reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
	clearTextReporter: { allowColor: false, logTests: false },
	allowEmpty: false,
};
