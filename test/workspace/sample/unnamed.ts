import type { IntegrationDocument } from '../model';
import { createdBy, incoming, outgoing, target } from './documents';
import { roomIds, userIds } from './ids';

const groups: IntegrationDocument[] = [
	incoming('inSecretPager0001', '2023-03-03T03:03:03.030Z', ['#secret-ops'], { name: 'Pager', _createdBy: createdBy('li') }),
	outgoing('outSecretAudit001', '2022-05-05T05:05:05.050Z', ['#secret-ops', '#hidden'], { name: 'Audit trail' }),
	incoming('inHiddenHook00001', '2023-04-04T04:04:04.040Z', ['#hidden'], { name: 'Hidden hook' }),
	incoming('inVaultHook000001', '2023-05-05T05:05:05.050Z', ['#vault'], { name: 'Vault keeper' }),
	incoming('inDiscussName0001', '2023-06-06T06:06:06.060Z', ['#Broken webhooks'], { name: 'By shown name' }),
	incoming('inDiscussSlug0001', '2023-06-07T06:06:06.060Z', ['#hT4kZq8WnXc2Rb7Lm'], { name: 'By slug' }),
	incoming('inSecretOutside01', '2023-07-07T07:07:07.070Z', [`#${roomIds.secretOps}`], {
		name: 'Not in the group',
		userId: userIds.monitor,
		username: 'monitor',
	}),
	outgoing('outVaultWords0001', '2023-07-08T07:07:07.070Z', [`#${roomIds.vault}`], {
		name: 'Vault words',
		triggerWords: ['!open'],
	}),
	outgoing('outAllGroups00001', '2021-01-01T01:01:01.010Z', ['all_private_groups'], { name: 'Compliance' }),
];

const directMessages: IntegrationDocument[] = [
	outgoing('outAllDirects0001', '2021-02-02T02:02:02.020Z', ['all_direct_messages'], { name: 'Concierge' }),
	incoming('inToAna0000000001', '2024-02-02T02:02:02.020Z', ['@ana'], { name: 'Only for Ana' }),
	outgoing('outFromAna0000001', '2024-02-03T02:02:02.020Z', ['@ana'], { name: 'Listens to Ana' }),
];

/** What acts on a room although the room endpoints do not return it (docs/endpoint.md, "What the server really does"). */
const missed: IntegrationDocument[] = [
	incoming('inByRoomId0000001', '2024-03-01T00:00:00.000Z', [`#${roomIds.support}`], { name: 'By room id' }),
	outgoing('outByRoomId000001', '2024-03-02T00:00:00.000Z', [`#${roomIds.secretOps}`], { name: 'Group by room id' }),
	outgoing('outNoChannel00001', '2024-03-03T00:00:00.000Z', [], { name: 'Everywhere public' }),
	outgoing('outSurvey00000001', '2024-03-04T00:00:00.000Z', [], {
		name: 'Survey',
		triggerWords: ['/survey'],
		urls: [target('survey.example.com', 'survey')],
	}),
	outgoing('outMixedCase00001', '2024-03-04T00:00:00.000Z', ['All_Public_Channels'], { name: 'Mixed case' }),
	outgoing('outTargetRoom0001', '2024-03-05T00:00:00.000Z', ['#old'], {
		name: 'Answers in support',
		targetRoom: '#support',
	}),
	incoming('inOverride0000001', '2024-03-06T00:00:00.000Z', ['#hidden'], {
		name: 'Goes anywhere',
		overrideDestinationChannelEnabled: true,
	}),
	outgoing('outUserCreated001', '2024-03-07T00:00:00.000Z', [], {
		name: 'Welcome mail',
		event: 'userCreated',
		targetRoom: '#general',
	}),
	outgoing('outRoomCreated001', '2024-03-08T00:00:00.000Z', [], { name: 'Room census', event: 'roomCreated' }),
];

/** Integrations of private rooms and direct messages, and those that name no room. */
export const unnamed: IntegrationDocument[] = [...missed, ...groups, ...directMessages];
