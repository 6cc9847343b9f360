/** The door between the app and Rocket.Chat: what goes through it is kept for a while, and some of it is refused or hangs. */
import type { HostFault } from './faults';

/** A call of the app to its host. */
export interface Passed {
	readonly name: string;
	readonly params: unknown;
	/** Whether the host did what it was asked to. */
	readonly isDone: boolean;
}

/** Its text stands for what an error of the host may quote. */
const refused = (): Error => new Error('CANARY-refused @all');

/** The bridge gets the very request that is changed here, so that its limit goes as fast as the app's time. */
function hurry(params: unknown, pace: number): void {
	const [{ request } = {}] = params as readonly { readonly request?: { timeout?: number } }[];
	if (request?.timeout !== undefined) request.timeout /= pace;
}

export class Door {
	/** Since it was emptied last. */
	public readonly passed: Passed[] = [];
	public pace = 1;
	private fault: HostFault | undefined;
	private met = 0;
	private isOver = false;
	private readonly hanging = new Set<() => void>();

	/** As the host's `obstruct`. */
	public readonly pass = (name: string, params: unknown): Promise<void> | undefined => {
		if (name.endsWith('doCall')) hurry(params, this.pace);
		const isStruck = this.strikes(name);
		this.passed.push({ name, params, isDone: !isStruck });
		if (!isStruck) return undefined;
		return this.fault?.how === 'hangs' && !this.isOver ? this.hang() : Promise.reject(refused());
	};

	public set(fault: HostFault | undefined): void {
		[this.fault, this.met] = [fault, 0];
	}

	/** Refuses what hangs, and what the app asks after that, until it is at rest: nobody waits for it any longer. */
	public async settle(rest: () => Promise<void>): Promise<void> {
		this.isOver = true;
		this.hanging.forEach((end) => {
			end();
		});
		this.hanging.clear();
		await rest();
		this.isOver = false;
	}

	private strikes(name: string): boolean {
		if (!this.fault || !name.endsWith(this.fault.name)) return false;
		this.met += 1;
		return this.met > this.fault.after;
	}

	private async hang(): Promise<void> {
		return new Promise((_, reject) => {
			this.hanging.add(() => {
				reject(refused());
			});
		});
	}
}
