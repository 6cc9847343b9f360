/** An app to package: another root than the repository's, and changes to the staged app.json. */
export interface Variant {
	root?: string;
	editManifest?: (manifest: Record<string, unknown>) => void;
}

export function stage(dir: string, variant?: Variant): Record<string, unknown>;
export function runCli(
	dir: string,
	args: string[],
	options?: { env?: Record<string, string | undefined>; secret?: string },
): string;
/** The zip's path; by default dist/<nameSlug>_<version>.zip. */
export function packageApp(options?: Variant & { out?: string }): string;
/** The path of a zip of these very sources, packaged only when no earlier run did. */
export function ensurePackaged(variant?: Variant): string;
