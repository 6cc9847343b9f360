/** Changes the code in small ways and runs the tests: a change that no test notices shows what is not tested, or not needed. */
export default {
	testRunner: 'jest',
	jest: { configFile: 'test/jest.mutation.config.mjs' },
	coverageAnalysis: 'perTest',
	mutate: [
		'lib/query/{parseQuery,terms}.ts',
		'lib/access/{authorize,checkAccess}.ts',
		'lib/integrations/{integration,reach}.ts',
		'lib/report/{buildReport,filter,selection}.ts',
		'lib/rest/{decodeIntegrations,paging}.ts',
	],
	ignorePatterns: ['/dist', '/docs', '/reports', '/test/{bench,browser,engine,workspace}', '/.ci'],
	concurrency: 2,
	thresholds: { high: 95, low: 85, break: 85 },
	tempDirName: '.stryker-tmp',
	reporters: ['clear-text', 'progress-append-only', 'html', 'json'],
	clearTextReporter: { allowColor: false, logTests: false },
	allowEmpty: false,
};
