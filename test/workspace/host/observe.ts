import { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';

type Answering = (this: unknown, message: { payload: { method: string; params?: unknown } }) => Promise<unknown>;

/** The engine's two entrances for what an app asks of it; private there. */
type Entrances = Record<'handleAccessorMessage' | 'handleBridgeMessage', Answering>;

/** `accessor:getReader:getRoomReader:getById` reads `getReader.getRoomReader.getById`. */
const PREFIX = /^(?:accessor|bridges):/;

/**
 * Tells of every call that an app makes to its host, until the returned function is called. The call waits for what is answered:
 * one that rejects makes it fail, one that never ends lets it hang.
 */
export function observeHostCalls(tell: (name: string, params: unknown) => unknown): () => void {
	const entrances = DenoRuntimeSubprocessController.prototype as unknown as Entrances;
	const { handleAccessorMessage, handleBridgeMessage } = entrances;
	const observed = (original: Answering): Answering =>
		async function (message) {
			const { method, params } = message.payload;
			await tell(method.replace(PREFIX, '').replaceAll(':', '.'), params);
			return original.call(this, message);
		};
	Object.assign(entrances, {
		handleAccessorMessage: observed(handleAccessorMessage),
		handleBridgeMessage: observed(handleBridgeMessage),
	});
	return () => {
		Object.assign(entrances, { handleAccessorMessage, handleBridgeMessage });
	};
}
