/**
 * The tests of the packaged app in another engine, which the environment names, and those that read texts as a client does with a newer
 * message parser: `npm run test:engines` runs them.
 */
import { env } from 'node:process';
import base from './jest.config.mjs';

const engine = env.TEST_ENGINE ? [`${env.TEST_ENGINE}/$1`, '<rootDir>/test/engine-versions/missingBridges.ts'] : [];

export default {
	...base,
	testMatch: ['<rootDir>/test/{engine,properties,unit/util}/**/*.test.ts'],
	moduleNameMapper: {
		...(env.TEST_ENGINE && { '^@rocket\\.chat/apps-engine/(.*)$': engine }),
		'^@rocket\\.chat/message-parser$': '<rootDir>/test/engine-versions/node_modules/message-parser-next',
	},
	// It is published as an ES module only.
	transformIgnorePatterns: ['node_modules/(?!message-parser-next/)'],
};
