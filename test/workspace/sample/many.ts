import type { IntegrationDocument } from '../model';
import { incoming, outgoing, secret, target } from './documents';

export interface ManyOptions {
	/** As stored: `#busy`. */
	readonly channel?: string;
	/** How long each one's script is; without it there are none. */
	readonly scriptBytes?: number;
}

const START = Date.UTC(2023, 0, 1);

function scriptOf(index: number, scriptBytes: number | undefined): Readonly<Record<string, unknown>> {
	const script = `// ${secret('script', `many-${index}`)} `.padEnd(scriptBytes ?? 0, 'x');
	return scriptBytes === undefined ? {} : { scriptEnabled: true, script, scriptCompiled: script };
}

/** `n` valid documents of one channel, made a minute apart; every third one is outgoing, every tenth is off. */
export function manyIntegrations(n: number, { channel = '#busy', scriptBytes }: ManyOptions = {}): IntegrationDocument[] {
	return Array.from({ length: n }, (_, index) => {
		const id = `many${String(index).padStart(13, '0')}`;
		const createdAt = new Date(START + index * 60_000).toISOString();
		const common = { name: `Hook ${index + 1}`, enabled: index % 10 !== 9, ...scriptOf(index, scriptBytes) };
		return index % 3 === 2
			? outgoing(id, createdAt, [channel], { ...common, urls: [target(`hook${index + 1}.example.com`, `many-${index}`)] })
			: incoming(id, createdAt, [channel], common);
	});
}
