import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Hono } from 'hono';
import { tokensCss } from './tokens';

const REPOSITORY = join(__dirname, '../../..');
const SCRIPTS = join(__dirname, 'browser');

function scriptNames(): string[] {
	return readdirSync(SCRIPTS)
		.filter((file) => file.endsWith('.js'))
		.map((file) => basename(file));
}

/** The files that a page loads, from this machine and as they are: read once, at the start. */
export function assets(): Hono {
	const app = new Hono();
	const serve = (path: string, type: string, body: string | ArrayBuffer): void => {
		app.get(path, (context) => context.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }));
	};
	serve('/style.css', 'text/css; charset=utf-8', tokensCss() + readFileSync(join(__dirname, 'style.css'), 'utf8'));
	serve('/icon.png', 'image/png', Uint8Array.from(readFileSync(join(REPOSITORY, 'icon.png'))).buffer);
	for (const name of scriptNames()) {
		serve(`/${name}`, 'text/javascript; charset=utf-8', readFileSync(join(SCRIPTS, name), 'utf8'));
	}
	return app;
}
