import type { Workspace } from '../model';

type Listener = () => void;

/** Beside the model, not in it: a workspace stays plain data. */
const listeners = new WeakMap<Workspace, Set<Listener>>();

/** Calls back whenever a client may have something else to show, until the returned function is called. */
export function onChange(workspace: Workspace, listener: Listener): () => void {
	const known = listeners.get(workspace) ?? new Set();
	listeners.set(workspace, known.add(listener));
	return () => void known.delete(listener);
}

/** For whoever changes messages, notices, views or the server's mood. */
export function announceChange(workspace: Workspace): void {
	listeners.get(workspace)?.forEach((listener) => {
		listener();
	});
}
