/** The tests of the packaged app, in the engine that the environment names: `npm run test:engines` runs them in each. */
import { env } from 'node:process';
import base from './jest.config.mjs';

export default {
	...base,
	testMatch: ['<rootDir>/test/engine/**/*.test.ts'],
	moduleNameMapper: {
		'^@rocket\\.chat/apps-engine/(.*)$': [`${env.TEST_ENGINE}/$1`, '<rootDir>/test/engine-versions/missingBridges.ts'],
	},
};
