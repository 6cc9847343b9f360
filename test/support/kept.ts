/** What is kept of integrations of watched rooms, as tests need it. */
import type { Kept } from '../../lib/watch/snapshot';

export function kept(fields: Partial<Kept> = {}): Kept {
	return {
		id: 'id1',
		type: 'incoming',
		name: 'GitHub deploys',
		enabled: true,
		event: '',
		words: [],
		hosts: [],
		reach: 'named',
		channels: ['#support'],
		poster: 'Deploy bot',
		createdBy: 'ana',
		updatedAt: '2024-05-02T10:00:00.000Z',
		updatedBy: '',
		findings: [],
		...fields,
	};
}
