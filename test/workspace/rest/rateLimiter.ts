import type { User, Workspace } from '../model';
import { plainRefusal } from './answers';
import { holds } from './auth';
import { numberSetting } from './settings';

interface Window {
	readonly until: number;
	calls: number;
}

export interface LimitedCall {
	readonly workspace: Workspace;
	/** Undefined for those who are not logged in. */
	readonly user?: User;
	readonly route: string;
	readonly ip: string;
	readonly setHeader: (name: string, value: string) => void;
}

const SETTING = 'API_Enable_Rate_Limiter';

/** Section 5: counts the calls of each client to each route in a fixed window; only calls that are limited get the headers. */
export function createRateLimiter(now: () => number): (call: LimitedCall) => void {
	const windows = new Map<string, Window>();
	return (call) => {
		if (!isLimited(call)) {
			return;
		}
		const { workspace, route, ip, setHeader } = call;
		const limit = numberSetting(workspace, `${SETTING}_Limit_Calls_Default`, 10);
		const duration = numberSetting(workspace, `${SETTING}_Limit_Time_Default`, 60_000);
		const key = `${route} ${ip}`;
		const time = now() + (workspace.ahead ?? 0);
		const open = windows.get(key);
		const window = open && time < open.until ? open : { until: time + duration, calls: 0 };
		window.calls += 1;
		windows.set(key, window);
		setHeader('X-RateLimit-Limit', String(limit));
		setHeader('X-RateLimit-Remaining', String(Math.max(0, limit - window.calls)));
		setHeader('X-RateLimit-Reset', String(window.until));
		if (window.calls > limit) {
			const wait = `You must wait ${Math.ceil((window.until - time) / 1000)} seconds before trying this endpoint again.`;
			throw plainRefusal(429, `Error, too many requests. Please slow down. ${wait} [error-too-many-requests]`);
		}
	};
}

function isLimited({ workspace, user }: LimitedCall): boolean {
	return workspace.settings[SETTING] !== false && !(user && holds(workspace, user, 'api-bypass-rate-limit'));
}
