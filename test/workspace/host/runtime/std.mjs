// What the engine's Deno runtime uses of Deno's standard library, which npm does not serve.

/** `--name value` pairs, as @std/cli/parse-args reads them. */
export function parseArgs(args) {
	const parsed = { _: [] };
	for (let index = 0; index < args.length; index += 1) {
		const [, name] = /^--(.+)$/.exec(args[index]) ?? [];
		if (!name) parsed._.push(args[index]);
		else {
			index += 1;
			const value = args[index];
			parsed[name] = value !== '' && !Number.isNaN(Number(value)) ? Number(value) : value;
		}
	}
	return parsed;
}

/** Writes until every byte is out: one write may take only a part. */
export async function writeAll(writer, data) {
	for (let written = 0; written < data.length;) written += await writer.write(data.subarray(written));
}

/** Everything that a stream gives, as one buffer. */
export const toArrayBuffer = (stream) => new globalThis.Response(stream).arrayBuffer();
