import js from '@eslint/js';
import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['dist/', 'node_modules/', '.stryker-tmp/'] },
	js.configs.recommended,
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
		},
	},
	{
		// A cast hides what the compiler would have told: only where JSON from outside or the host's loose types come in.
		files: ['IntegrationsApp.ts', 'commands/**/*.ts', 'lib/**/*.ts'],
		ignores: ['lib/generated/**'],
		rules: {
			'@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
			'max-lines': ['error', { max: 150 }],
			'max-lines-per-function': ['error', { max: 40 }],
		},
	},
	{
		// A file is read from its purpose down: helpers below, which only declared functions can be.
		files: ['IntegrationsApp.ts', 'commands/**/*.ts', 'lib/**/*.ts', 'scripts/**/*.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector:
						':matches(Program, ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator:not([id.typeAnnotation])[init.type="ArrowFunctionExpression"]',
					message: 'Declare the function.',
				},
			],
			'max-params': ['error', { max: 3 }],
			'no-duplicate-imports': 'error',
		},
	},
	{
		// The engine decides what it hands over.
		files: ['IntegrationsApp.ts', 'commands/IntegrationsCommand.ts'],
		rules: { 'max-params': 'off' },
	},
	{ files: ['**/*.mjs'], languageOptions: { globals: { console: 'readonly', process: 'readonly' } } },
);
