import base from './jest.config.mjs';
import stryker from './stryker.config.mjs';

/** The tests of the mutated files alone: what a file promises, its own test must notice. */
const names = stryker.mutate.flatMap((files) => {
	const [folder, names] = files.split(/\/(?=\{)/);
	return names.match(/\w+(?=[,}])/g).map((name) => `${folder.replace('lib/', '')}/${name}`);
});

export default {
	...base,
	globalSetup: undefined,
	testEnvironment: '@stryker-mutator/jest-runner/jest-env/node',
	testMatch: names.map((name) => `<rootDir>/test/unit/**/${name}.test.ts`),
};
