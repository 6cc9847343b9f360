/** Type errors are found by `tsc`; swc only strips types, so that the tests start at once. */
export default {
	rootDir: '..',
	// Packaging a variant of the app with the real CLI takes some seconds.
	testTimeout: 60_000,
	// The slowest tests wait for a deadline: on two cores, too, another one runs beside them.
	maxWorkers: '100%',
	globalSetup: '<rootDir>/test/globalSetup.ts',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	transform: { '\\.[jt]s$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
	modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.stryker-tmp/'],
};
