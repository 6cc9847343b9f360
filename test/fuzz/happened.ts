/** What came of an action: all that left the app, and all that people see of it. */
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging';
import { watchAnswers } from '../workspace/host/command';
import type { ServerAnswer, ShownView } from '../workspace/host/interact';
import type { Attempt } from './deeds';
import type { Passed } from './door';
import type { Site } from './site';
import { surfacesOf, withNew } from './surfaces';

/** What came of a deed: what the app returned, or what came out of it. */
export interface Done extends Attempt {
	readonly isClick: boolean;
	readonly returned?: ServerAnswer | undefined;
	readonly thrown?: unknown;
}

export interface Happened {
	readonly attempts: readonly Done[];
	readonly passed: readonly Passed[];
	readonly logs: readonly ILoggerStorageEntry[];
	/** How many answers people see: messages, notices, panels, and messages that were changed. */
	readonly answers: number;
	/** The texts of messages: new ones, and changed ones. */
	readonly posted: readonly string[];
	readonly views: readonly ShownView[];
	/** Every text that is read for what it does. */
	readonly texts: readonly string[];
}

/** Begins to watch; what is returned tells what happened since, and has people see it. */
export function watch(site: Site): (attempts: readonly Done[]) => Happened {
	site.forget();
	const added = watchAnswers(site.workspace);
	return (attempts) => {
		const { messages, notices } = added();
		const passed = [...site.door.passed];
		const own = messages.filter(({ senderId, file }) => senderId === site.appUserId && !file);
		const edited = passed.filter(({ name, isDone }) => isDone && name.endsWith('doUpdate'));
		const views = [
			...handedOver(site),
			...attempts.flatMap(({ userId, returned }) => (returned?.view ? [{ userId, where: returned.view }] : [])),
		];
		const told = notices.map((where) => ({ userId: where.userId, where }));
		site.shown = withNew(site.shown, [...surfacesOf(own, site.appUserId), ...told, ...views]);
		const changed = edited.map(
			({ params }) => (params as readonly { readonly text?: string; readonly blocks?: unknown }[])[0] ?? {},
		);
		return {
			...{ attempts, passed, logs: [...site.host.logs()] },
			answers: own.length + notices.length + views.length + edited.length,
			posted: [...own, ...changed].map(({ text = '' }) => text),
			views: views.map(({ where }) => where),
			texts: [...own, ...notices, ...changed]
				.map(({ text = '' }) => text)
				.concat([...own, ...changed, ...views.map(({ where }) => where)].flatMap(({ blocks }) => marked(blocks))),
		};
	};
}

/** What the app opened, or changed, past what it returned. */
function handedOver({ host }: Site): { userId: string; where: ShownView }[] {
	return host.bridges.interactions.opened.map(({ userId, interaction }) => ({
		userId,
		where: (interaction as unknown as { readonly view: ShownView }).view,
	}));
}

/** Every text in blocks that a client reads as Markdown. */
function marked(node: unknown): string[] {
	if (typeof node !== 'object' || node === null) return [];
	const isText = 'type' in node && node.type === 'mrkdwn' && 'text' in node;
	return isText ? [String(node.text)] : Object.values(node).flatMap(marked);
}
