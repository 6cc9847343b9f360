import base from './jest.config.mjs';

/** The tests that need no packaged app, for the loop of whoever changes it: `npm run test:unit`. */
export default {
	...base,
	globalSetup: undefined,
	testMatch: ['<rootDir>/test/{unit,properties}/**/*.test.ts'],
};
