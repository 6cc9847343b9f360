/** Short ways to the values that the unit tests work with. */
import type { Failure, Result } from '../../lib/failure';
import type { IncomingIntegration, OutgoingIntegration } from '../../lib/integration';
import type { Query } from '../../lib/query';
import type { Report } from '../../lib/report';

const common = {
	id: 'id1',
	name: 'GitHub deploys',
	enabled: true,
	channels: ['#support'],
	username: 'rocket.cat',
	alias: '',
	createdBy: 'ana',
	createdAt: '2024-05-02T10:00:00.000Z',
	script: 'none',
} as const;

export const incoming = (fields: Partial<IncomingIntegration> = {}): IncomingIntegration => ({
	...common,
	type: 'incoming',
	...fields,
});

export const outgoing = (fields: Partial<OutgoingIntegration> = {}): OutgoingIntegration => ({
	...common,
	type: 'outgoing',
	name: 'Guggy',
	event: 'sendMessage',
	triggerWords: ['!guggy', 'guggy', 'gif+'],
	hosts: ['text2gif.guggy.com'],
	...fields,
});

export const query = (fields: Partial<Query> = {}): Query => ({ action: 'list', page: 1, ...fields });

export const room: Report['room'] = { id: 'SUPPORT1', name: 'support', kind: 'channel' };

/** The value of what must have come out well. */
export const valueOf = <T>(result: Result<T>): T => {
	if (!result.ok) {
		throw new Error(`failed with ${JSON.stringify(result.failure)}`);
	}
	return result.value;
};

/** The failure of what must not have come out well. */
export const failureOf = (result: Result<unknown>): Failure => {
	if (result.ok) {
		throw new Error(`came out well with ${JSON.stringify(result.value)}`);
	}
	return result.failure;
};
