/** A method that this workspace leaves out: a call of it is to be noticed, not to be answered with something made up. */
export function absent(name: string): () => never {
	return () => {
		throw new Error(`${name} is not part of this workspace`);
	};
}

/** A whole bridge that this workspace leaves out: the engine's own part of it stays, what the server would add throws. */
export function absentBridge<T extends object>(base: abstract new () => T): T {
	return new Proxy(Object.create(base.prototype as object) as T, {
		get: (target, key) => (key in target ? (Reflect.get(target, key) as unknown) : absent(`${base.name}.${String(key)}`)),
	});
}
