import { DenoRuntimeSubprocessController } from '@rocket.chat/apps-engine/server/runtime/deno/AppsEngineDenoRuntime';

type Answering = (this: unknown, message: { payload: { method: string; params?: unknown } }) => Promise<unknown>;

/** The engine's two entrances for what an app asks of it; private there. */
type Entrances = Record<'handleAccessorMessage' | 'handleBridgeMessage', Answering>;

/** `accessor:getReader:getRoomReader:getById` reads `getReader.getRoomReader.getById`. */
const PREFIX = /^(?:accessor|bridges):/;

/** One call that an app makes to its host. */
export interface HostCall {
	readonly name: string;
	readonly params: unknown;
	/** Has the host do it. */
	readonly perform: () => Promise<unknown>;
}

/** Has every call that an app makes to its host answered by a function, until the one that is returned is called. */
export function observeHostCalls(answer: (call: HostCall) => Promise<unknown>): () => void {
	const entrances = DenoRuntimeSubprocessController.prototype as unknown as Entrances;
	const { handleAccessorMessage, handleBridgeMessage } = entrances;
	const observed = (original: Answering): Answering =>
		async function (message) {
			const { method, params } = message.payload;
			const name = method.replace(PREFIX, '').replaceAll(':', '.');
			return answer({ name, params, perform: () => original.call(this, message) });
		};
	Object.assign(entrances, {
		handleAccessorMessage: observed(handleAccessorMessage),
		handleBridgeMessage: observed(handleBridgeMessage),
	});
	return () => {
		Object.assign(entrances, { handleAccessorMessage, handleBridgeMessage });
	};
}
