/** What somebody may do who means no good, and what a right answer to it is. */
import { setTimeout } from 'node:timers/promises';
import { controlsIn } from '../../support/client';
import { sendBlockAction } from '../../workspace/host/interact';
import type { Host, Reply } from '../../workspace/host';
import { roomIds, userIds } from '../../workspace/sample';
import type { HostileList } from './lists';

/** Where it happens. */
export interface Target {
	readonly host: Host;
	readonly appId: string;
}

export interface Attack {
	readonly name: string;
	/** What the server answers meanwhile. */
	readonly list: HostileList;
	/** Gives every text that came of it. */
	readonly run: (target: Target) => Promise<string[]>;
	/** How many texts are to come, and what each of them says. */
	readonly answers: number;
	readonly right: RegExp;
	/** Whether most of the work is the engine's, which reads what is as large before the app sees it. */
	readonly byEngine?: true;
}

/** Whoever waits meanwhile asks in another room. */
function textsOf({ messages, notices }: Reply): string[] {
	return [...messages, ...notices].filter(({ roomId }) => roomId === roomIds.support).map(({ text }) => text);
}

function typed(words: string, who: keyof typeof userIds = 'ana'): Attack['run'] {
	const line = { userId: userIds[who], roomId: roomIds.support, text: `/integrations ${words}` };
	return async ({ host }) => textsOf(await host.runCommand(line));
}

/** So many clicks on *Only problems* under a summary, by its asker, one after the other. */
function clicked(clicks: number, forge: (value: string) => string = (value) => value): Attack['run'] {
	return async ({ host, appId }) => {
		await typed('', 'li')({ host, appId });
		const [message] = host.workspace.messages.filter(({ blocks }) => blocks !== undefined).slice(-1);
		const button = controlsIn(message?.blocks).find(({ actionId }) => actionId === 'problems');
		if (!message || !button) throw new Error('There is no button Only problems');
		const { length: before } = host.workspace.notices;
		const control = { ...button, value: forge(String(button.value)) };
		const sent = { appId, userId: userIds.li, triggerId: 'T' };
		for (let click = 0; click < clicks; click += 1) {
			await sendBlockAction(host, sent, control, { roomId: roomIds.support, messageId: message.id });
		}
		return textsOf({ messages: [], notices: host.workspace.notices.slice(before) });
	};
}

const [waves, together] = [10, 30];

/** Many commands in a row, some of them at once, while a setting is saved again and again. */
async function whileSaving(target: Target): Promise<string[]> {
	const { host } = target;
	const state = { isOver: false };
	const saving = (async () => {
		for (let size = 10; !state.isOver; size = 30 - size) {
			await host.setSetting('page_size', size);
			await setTimeout(5);
		}
	})();
	const { length: before } = host.workspace.messages;
	for (let wave = 0; wave < waves; wave += 1) {
		await Promise.all(Array.from({ length: together }, () => typed('', 'li')(target)));
	}
	state.isOver = true;
	await saving;
	return textsOf({ messages: host.workspace.messages.slice(before), notices: [] });
}

/** The answer to one question of an admin. */
function asked(name: string, list: HostileList, words: string, right: RegExp): Attack {
	return { name, list, run: typed(words), answers: 1, right };
}

/** A line of somebody who is not in the room. */
function fromOutside(name: string, line: string): Attack {
	return { name, list: 'few', run: typed(line, 'otto'), answers: 1, right: /^Only members of this room/ };
}

const stale = /^This button works no longer/;
const manyWords = 'x '.repeat(250_000);

/** All of them. */
export const attacks: readonly Attack[] = [
	asked('none: five integrations', 'few', '', /: 5 here \(/),
	asked('a list that never ends', 'endless', '', /: 5000 of 1000000000 shown/),
	asked('a list that repeats its page', 'repeating', '', /: 100 of 1000000000 shown/),
	asked('a second page of one row, then none', 'breakingOff', '', /: 101 of 1000000000 shown/),
	asked('a list of single rows, without end', 'single', '', /: 20\d of 1000000000 shown/),
	{ ...asked('100,000 rows in one answer', 'manyAtOnce', '', /: 5000 of 100000 shown/), byEngine: true },
	{ ...asked('an answer of 25 MB', 'tooLarge', '', /larger than 20 MB|did not answer within/), byEngine: true },
	{ ...asked('a name of 5 MB', 'longName', 'attention', /Of 1 integration not all is read/), byEngine: true },
	asked('two with 3,000 trigger words each', 'manyWords', 'attention', /Of 2 integrations not all is read/),
	asked('20 with 1,000 long words, anywhere', 'manyWordsAnywhere', 'attention', /Not all trigger words of 20 integrations/),
	{
		...asked('8 with 1,000 words of 1,000 letters, searched', 'longWords', 'find nothing', /matching `nothing`/),
		byEngine: true,
	},
	asked('5,000 rows of one word each', 'wordEach', 'attention', /: 4999 of 5000, needing attention/),
	asked('the same, searched', 'wordEach', 'find word4', /: 1111 of 5000, matching `word4`/),
	asked('50 hostile names of 5,000 letters', 'hostileNames', '', /: 50 here(?!.*(^|\s)@all)/s),
	asked(
		'5,000 long names, none as typed',
		'longNames',
		`show ${'e\u0301x'.repeat(600)}`,
		/^No integration of this room is called/,
	),
	asked('5,000 long names, sorted', 'longNames', 'sort name', /: 5000 here/),
	asked('50 rows with a field nested 5,000 deep', 'nested', '', /: 45 of 50 shown/),
	asked('50 rows with ten such fields', 'manyNested', '', /^Something answers at/),
	asked('names of what objects inherit', 'inherited', 'attention', /: 40 of 40, needing attention/),
	{ ...fromOutside('a line of 250,000 words, by an outsider', manyWords), byEngine: true },
	{ ...fromOutside('a line of 5 MB, by an outsider', 'x'.repeat(5_000_000)), byEngine: true },
	{ name: '100 clicks on Only problems', list: 'few', run: clicked(100), answers: 100, right: /needing attention/ },
	{
		name: '20 clicks with a value of 5 MB',
		list: 'few',
		run: clicked(20, (value) => value.padEnd(5_000_000)),
		answers: 20,
		right: stale,
		byEngine: true,
	},
	{
		name: '100 clicks with a value nested 1,900 deep',
		list: 'few',
		run: clicked(100, () => `${'['.repeat(1900)}${']'.repeat(1900)}`),
		answers: 100,
		right: stale,
	},
	{ name: '300 commands while settings are saved', list: 'few', run: whileSaving, answers: 300, right: /: 5 here \(/ },
];
