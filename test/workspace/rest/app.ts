import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono, type Context } from 'hono';
import type { Workspace } from '../model';
import { Refusal, success, type Answer } from './answers';
import { authenticate, checkPermissions } from './auth';
import type { Call, Endpoint } from './call';
import { moody } from './mood';
import { createRateLimiter, type LimitedCall } from './rateLimiter';
import { channelsEndpoint, groupsEndpoint } from './roomIntegrations';
import { infoOf, meEndpoint, permissionsEndpoint } from './setup';
import { checkQuery } from './validation';
import { historyEndpoint, listEndpoint } from './workspaceIntegrations';

/** What tests may look at afterwards; headers hold credentials and are not kept. */
export interface LoggedRequest {
	readonly method: string;
	readonly path: string;
	readonly query: Readonly<Record<string, string>>;
	readonly status: number;
}

type Limit = (call: LimitedCall) => void;
type Check = (endpoint: Endpoint, call: Call) => void;

const ENDPOINTS = [channelsEndpoint, groupsEndpoint, listEndpoint, historyEndpoint, meEndpoint, permissionsEndpoint] as const;

/** The routes of the REST API; each answers as the workspace's generation does at that moment. */
export function createRestApp(workspace: Workspace, now: () => number, log: (request: LoggedRequest) => void): Hono {
	const app = new Hono();
	const limit = createRateLimiter(now);
	app.use(async (context, next) => {
		await next();
		const { method, path } = context.req;
		log({ method, path, query: context.req.query(), status: context.res.status });
	});
	app.use(moody(workspace));
	app.get('/api/info', (context) =>
		respond(context, () => {
			limit(limitedCall(context, workspace));
			return success(infoOf(workspace.generation));
		}),
	);
	for (const endpoint of ENDPOINTS) {
		app.get(`/api/v1/${endpoint.name}`, (context) => respond(context, () => serveEndpoint(endpoint, context, workspace, limit)));
	}
	app.notFound((context) => context.json({ status: 'error', message: 'API endpoint not found' }, 404));
	return app;
}

function respond(context: Context, answer: () => Answer): Response {
	try {
		const { status, body } = answer();
		return context.json(body, status);
	} catch (error) {
		if (error instanceof Refusal) {
			return context.json(error.answer.body, error.answer.status);
		}
		throw error;
	}
}

function serveEndpoint(endpoint: Endpoint, context: Context, workspace: Workspace, limit: Limit): Answer {
	const user = authenticate(workspace, context.req.header('x-user-id'), context.req.header('x-auth-token'));
	const call: Call = { workspace, user, query: context.req.query() };
	const checks = checksOf(workspace, () => {
		limit({ ...limitedCall(context, workspace), user });
	});
	checks.forEach((check) => {
		check(endpoint, call);
	});
	return success(endpoint.handle(call));
}

/** Section 5, "Order": 7 counts every call of somebody who is logged in, later ones only those that the permissions allow. */
function checksOf({ generation }: Workspace, countCall: Check): Check[] {
	return generation === '7' ? [countCall, checkQuery, checkPermissions] : [checkPermissions, countCall, checkQuery];
}

function limitedCall(context: Context, workspace: Workspace): LimitedCall {
	const ip = context.req.header('x-real-ip') ?? getConnInfo(context).remote.address ?? '';
	const route = `${context.req.method} ${context.req.path}`;
	return {
		workspace,
		route,
		ip,
		setHeader: (name, value) => {
			context.header(name, value);
		},
	};
}
