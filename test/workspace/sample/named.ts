import type { IntegrationDocument } from '../model';
import { brokenScript, createdBy, incoming, outgoing, script, secret, target } from './documents';
import { userIds } from './ids';

const support: IntegrationDocument[] = [
	incoming('inGithubDeploys01', '2024-05-02T09:14:27.120Z', ['#support'], {
		name: 'GitHub deploys',
		alias: 'Deploy bot',
		avatar: `https://cdn.example.com/${secret('avatar', 'github')}.png`,
	}),
	incoming('inNagiosOff000001', '2023-11-20T16:40:03.900Z', ['#support'], {
		name: 'Nagios',
		enabled: false,
		username: 'monitor',
		userId: userIds.monitor,
		_createdBy: createdBy('li'),
	}),
	incoming('inStatuspage00001', '2024-09-30T07:00:00.000Z', ['#support'], {
		name: 'Statuspage',
		emoji: ':vertical_traffic_light:',
		_createdBy: createdBy('li'),
	}),
	outgoing('outTicketMirror01', '2025-02-11T13:25:44.010Z', ['#support'], {
		name: 'Ticket mirror',
		triggerWords: ['ticket'],
		urls: [target('tickets.example.com', 'tickets')],
	}),
];

const general: IntegrationDocument[] = [
	incoming('inJenkinsScript01', '2022-03-14T10:00:00.000Z', ['#general', '#announcements'], {
		name: 'Jenkins',
		...script('jenkins'),
	}),
	incoming('inSentryBroken001', '2023-06-01T08:30:00.000Z', ['#general'], { name: 'Sentry relay', ...brokenScript('sentry') }),
	incoming('inNameless0000001', '2021-12-24T18:00:00.000Z', ['#general'], { name: '', alias: 'Santa' }),
	incoming('inLeftCreator0001', '2020-02-29T12:00:00.000Z', ['#general', '#old'], {
		name: 'Legacy CRM',
		_createdBy: createdBy('dora'),
		userId: userIds.dora,
		username: 'dora',
	}),
	incoming('inNoCreator000001', '2019-08-08T08:08:08.080Z', ['#general'], { name: 'Orphan', _createdBy: null }),
	outgoing('outNoWords0000001', '2022-07-07T07:07:07.070Z', ['#general'], {
		name: 'Archive everything',
		triggerWords: [''],
		urls: [
			target('archive.example.com', 'archive'),
			`https://${secret('user', 'archive')}:${secret('pass', 'archive')}@backup.example.com:8443/`,
			target('archive.example.com', 'archive-2'),
		],
	}),
	outgoing('outFileUploaded01', '2023-01-15T09:00:00.000Z', ['#general'], {
		name: 'Virus scan',
		event: 'fileUploaded',
		urls: [target('scan.example.com', 'scan')],
	}),
	outgoing('outRoomJoined0001', '2023-01-16T09:00:00.000Z', ['#general'], {
		name: 'Greeter',
		event: 'roomJoined',
		enabled: false,
	}),
	incoming('inOlgaHook0000001', '2024-01-10T10:00:00.000Z', ['#general'], { name: 'Olga in', _createdBy: createdBy('olga') }),
	outgoing('outOlgaHook000001', '2024-01-11T10:00:00.000Z', ['#general'], { name: 'Olga out', _createdBy: createdBy('olga') }),
	// An old record: everything that may be missing is.
	{
		_id: 'inOldRecord000001',
		type: 'webhook-incoming',
		channel: ['#general'],
		enabled: true,
		token: secret('token', 'old-record'),
	},
];

/** Integrations that name public rooms, not in the order in which they were made. */
export const named: IntegrationDocument[] = [...support, ...general];
