import type { IntegrationHistoryRow } from '../model';
import { secret, target } from './documents';

function run(index: number, updatedAt: string, fields: Readonly<Record<string, unknown>>): IntegrationHistoryRow {
	const key = `run-${index}`;
	return {
		_id: `historyRow${String(index).padStart(7, '0')}`,
		type: 'outgoing-webhook',
		step: 'after-maybe-ran-prepare',
		integration: { _id: 'outTicketMirror01', name: 'Ticket mirror', token: secret('token', key) },
		event: 'sendMessage',
		finished: true,
		error: false,
		url: target('tickets.example.com', key),
		data: { text: `ticket ${secret('text', key)}`, token: secret('token', key) },
		httpCallData: { token: secret('call', key) },
		_createdAt: updatedAt,
		_updatedAt: updatedAt,
		...fields,
	};
}

function runOf(integration: string, index: number, fields: Readonly<Record<string, unknown>>): IntegrationHistoryRow {
	const token = secret('token', `run-${index}`);
	return run(index, `2025-06-0${index}T10:00:00.000Z`, { integration: { _id: integration, token }, ...fields });
}

/** Server-contract.md, section 12: a run that went well, one that the target refused, one that never got there, one under way. */
export const history: IntegrationHistoryRow[] = [
	run(1, '2025-06-01T10:00:00.000Z', { httpResult: secret('result', 'run-1') }),
	run(2, '2025-06-02T10:00:00.000Z', {
		error: true,
		httpResult: secret('result', 'run-2'),
		errorStack: secret('stack', 'run-2'),
	}),
	run(3, '2025-06-03T10:00:00.000Z', { step: 'after-http-call', httpError: { code: secret('code', 'run-3') } }),
	run(4, '2025-06-04T10:00:00.000Z', { step: 'start-execute-trigger', finished: false }),
	runOf('trTargetGone00001', 6, { step: 'after-process-http-status-410', error: true }),
	runOf('trEmptyAnswer0001', 7, {
		step: 'failed-and-not-configured-to-retry',
		error: true,
		httpError: null,
		httpResult: '',
	}),
	run(5, '2025-06-05T10:00:00.000Z', {
		integration: { _id: 'trRunFailed000001', name: 'Run failed', token: secret('token', 'run-5') },
		step: 'after-http-call',
		httpError: { code: secret('code', 'run-5') },
	}),
];
