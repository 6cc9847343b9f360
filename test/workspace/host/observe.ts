import { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';

/** The engine's one entrance for what an app asks of it; private there. */
interface Entrance {
	handleIncomingMessage: (this: unknown, message: { payload: { method: string } }) => Promise<void>;
}

/** `accessor:getReader:getRoomReader:getById` reads `getReader.getRoomReader.getById`. */
const PREFIX = /^(?:accessor|bridges):/;

/** Tells of every call that an app makes to its host, until the returned function is called. */
export function observeHostCalls(tell: (name: string) => void): () => void {
	const entrance = DenoRuntimeSubprocessController.prototype as unknown as Entrance;
	const { handleIncomingMessage: original } = entrance;
	entrance.handleIncomingMessage = function (message) {
		const { method } = message.payload;
		if (PREFIX.test(method)) tell(method.replace(PREFIX, '').replaceAll(':', '.'));
		return original.call(this, message);
	};
	return () => {
		entrance.handleIncomingMessage = original;
	};
}
