import base from './jest.config.mjs';

/** The unit tests of what is mutated alone: what a folder promises, its own tests must notice. */
export default {
	...base,
	globalSetup: undefined,
	testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
	testMatch: [
		'<rootDir>/test/unit/{query,access,integrations,report,rest,watch}/*.test.ts',
		'<rootDir>/test/unit/{messages/renderCsv,util/csv,host/sendFile}.test.ts',
	],
};
