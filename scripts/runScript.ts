/** Runs a script's work. What fails is told in its own words, without a stack. */
export function runScript(main: () => void | Promise<void>): void {
	Promise.resolve()
		.then(main)
		.catch((error: unknown) => {
			console.error(error instanceof Error ? error.message : error);
			process.exitCode = 1;
		});
}
