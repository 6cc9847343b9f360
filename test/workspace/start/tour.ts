import { userIds } from '../sample';
import type { Entry } from './conversation';
import { sentences } from './sentences';
import { roomEntry, type Session, typeLine } from './session';

interface Stop {
	readonly caption: string;
	readonly lines: readonly string[];
}

/** Each stop shows one thing that the app does, in the sample's rooms. */
const stops: readonly Stop[] = [
	{ caption: 'The owner of a channel asks what can act on it, and why.', lines: ['/integrations'] },
	{
		caption: 'Only what names the room; only a part; what reaches everything, row by row.',
		lines: ['/integrations incoming here', '/integrations all private'],
	},
	{
		caption: 'Finding one, and seeing it in full: no secret, but how its last run went.',
		lines: ['/integrations find ticket', '/integrations show Ticket mirror', '/integrations show Tickets'],
	},
	{
		caption: 'What needs attention: the worst of each in its row, all of it with the cure for the asker alone, and who can help.',
		lines: ['/in troubles', '/integrations here', '/integrations attention', '/integrations attention page 2'],
	},
	{
		caption: 'When one posted last, and what a private group and direct messages add.',
		lines: [
			'/integrations show Nothing wrong',
			'/in secret-ops',
			'/integrations attention',
			'/as ana',
			'/in direct',
			'/integrations attention',
			'/as li',
		],
	},
	{ caption: 'Sixty integrations: pages, in the order asked for.', lines: ['/in busy', '/integrations sort name desc page 2'] },
	{
		caption: 'The same from Rocket.Chat 9, which checks what it is asked.',
		lines: ['/server 9', '/integrations fresh disabled', '/server 7'],
	},
	{
		caption: 'A private group that the app’s user is not in: the workspace’s list answers, and it is said.',
		lines: ['/in hidden', '/integrations'],
	},
	{
		caption: 'A discussion is found by its slug: its shown name may be another room’s.',
		lines: ['/in Broken webhooks', '/integrations'],
	},
	{ caption: 'A team is asked in its own room, as any other private group.', lines: ['/in field-team', '/integrations'] },
	{ caption: 'An admin sees, in private, what names other rooms.', lines: ['/as ana', '/in support', '/integrations private'] },
	{ caption: 'A direct message: for the asker alone.', lines: ['/in direct', '/integrations'] },
	{
		caption: 'Rooms that take no message: a read-only one, and an archived one.',
		lines: ['/in announcements', '/integrations', '/in old', '/integrations here'],
	},
	{
		caption: 'Who may not ask, and whoever is not in the room.',
		lines: ['/as mia', '/in support', '/integrations', '/as otto', '/integrations'],
	},
	{
		caption: 'Another language, and a typing error.',
		lines: ['/as bia', '/set allowed_roles *', '/integrations dissabled', '/set allowed_roles admin, owner, moderator, leader'],
	},
	{
		caption: 'The set-up, checked: as it should be, and with the id of another user than the token’s.',
		lines: ['/as ana', '/integrations status', `/set user_id ${userIds.li}`, '/integrations status'],
	},
];

/** Walks through all stops and hands over what each shows. */
export async function takeTour(session: Session, show: (entries: readonly Entry[]) => void): Promise<void> {
	// A tour asks more in a minute than the limiter lets a workspace ask.
	session.running.workspace.settings.API_Enable_Rate_Limiter = false;
	show([roomEntry(session)]);
	for (const [index, { caption, lines }] of stops.entries()) {
		show([{ kind: 'note', text: sentences.tourStop(index + 1, stops.length, caption) }]);
		for (const line of lines) show(await typeLine(session, line));
	}
}
