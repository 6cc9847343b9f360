import base from './jest.config.mjs';
import stryker from './stryker.config.mjs';

/** The tests of the mutated files alone: what a file promises, its own test must notice. */
const names = stryker.mutate.join().match(/\w+(?=[,}])/g);

export default {
	...base,
	globalSetup: undefined,
	testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
	testMatch: names.map((name) => `<rootDir>/test/unit/${name}.test.ts`),
};
