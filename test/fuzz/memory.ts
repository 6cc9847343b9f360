/** The memory of the app's process: it may not grow without end. */

/** Bytes by which it may grow after the first part of the time, in which it takes what it needs. */
const allowed = 150 * 2 ** 20;

function inMebibytes(bytes: number): string {
	return `${Math.round(bytes / 2 ** 20)} MiB`;
}

export class Memory {
	private first: number | undefined;

	/** `read` gives what the process has, in bytes. */
	public constructor(private readonly read: () => number) {}

	/** Has the comparison begin, unless it has. */
	public begin(): void {
		this.first ??= this.read();
	}

	public now(): string {
		return inMebibytes(this.read());
	}

	public told(): string {
		return `Memory of the app: ${this.first === undefined ? 'not compared' : inMebibytes(this.first)} → ${this.now()}`;
	}

	/** Undefined where all is well. */
	public fault(): string | undefined {
		const grown = this.read() - (this.first ?? this.read());
		return grown > allowed ? `The app grew by ${inMebibytes(grown)}, which is more than ${inMebibytes(allowed)}.` : undefined;
	}
}
