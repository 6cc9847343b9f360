import { setTimeout } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context, MiddlewareHandler } from 'hono';
import type { Mood, Workspace } from '../model';

/** Seconds: longer than a client waits for a click, shorter than the app waits for a request. */
const SLOWNESS = 8;

/** How often a slow server looks whether it is well again, milliseconds. */
const GLANCE = 50;

const LOGIN_PAGE = '<!doctype html><html lang="en"><title>Log in</title><h1>Log in to the company network</h1></html>';

/** As nginx says it. */
const BAD_GATEWAY =
	'<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center></body></html>';

type Refusing = Exclude<Mood, 'well' | 'slow'>;

/** What each mood answers to every request: bodies and headers are the server's own (docs/endpoint.md). */
const refusals: Readonly<Record<Refusing, (context: Context) => Response>> = {
	'401': (context) => refuse(context, 401, 'You must be logged in to do this.'),
	'403': (context) => refuse(context, 403, 'User does not have the permissions required for this action [error-unauthorized]'),
	'429': (context) => {
		context.header('X-RateLimit-Limit', '10');
		context.header('X-RateLimit-Remaining', '0');
		context.header('X-RateLimit-Reset', String(Date.now() + 30_000));
		return refuse(context, 429, 'Error, too many requests. Please slow down. [error-too-many-requests]');
	},
	'502': (context) => context.html(BAD_GATEWAY, 502),
	html: (context) => context.html(LOGIN_PAGE),
	down: hangUp,
};

/** Until the time is over, or the server in another mood. */
async function dawdle(workspace: Workspace): Promise<void> {
	const until = performance.now() + (workspace.slowness ?? SLOWNESS) * 1000;
	while (workspace.mood === 'slow' && performance.now() < until) await setTimeout(GLANCE, undefined, { ref: false });
}

/** Lets the whole REST API fail in the way that the workspace says, so that people see what the app makes of it. */
export function moody(workspace: Workspace): MiddlewareHandler {
	return async (context, next) => {
		const { mood = 'well' } = workspace;
		if (mood !== 'well' && mood !== 'slow') return refusals[mood](context);
		await dawdle(workspace);
		return next();
	};
}

function refuse(context: Context, status: 401 | 403 | 429, error: string): Response {
	return context.json({ success: false, error }, status);
}

/** Closes the connection without an answer. */
function hangUp(context: Context): Response {
	(context.env as HttpBindings).incoming.socket.destroy();
	return RESPONSE_ALREADY_SENT;
}
