import { createRequire } from 'node:module';

// The one value that the runtime imports as TypeScript source; npm serves the engine compiled.
export const { AppsEngineException } = createRequire(import.meta.url)(
	'@rocket.chat/apps-engine/definition/exceptions/AppsEngineException.js',
);
