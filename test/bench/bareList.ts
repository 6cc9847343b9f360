/** The requests of the workspace's list without any app, five at once, as the app sends them. */
import { fetchBare, type Stand } from './stand';

/** Fetches and parses so many integrations; gives how long that took, in milliseconds. */
export async function fetchBareList({ rest }: Pick<Stand, 'rest'>, integrations: number): Promise<number> {
	const startedAt = performance.now();
	for (let offset = 0; offset < integrations; offset += 500) {
		const starts = [0, 100, 200, 300, 400].map((more) => offset + more).filter((start) => start < integrations);
		await Promise.all(
			starts.map(async (start) => {
				const query = new URLSearchParams({ count: '100', offset: String(start), sort: '{"_id":1}' });
				return (await fetchBare(`${rest.url}/api/v1/integrations.list?${query.toString()}`)).json();
			}),
		);
	}
	return performance.now() - startedAt;
}
