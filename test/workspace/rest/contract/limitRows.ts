import { roomIds } from '../../sample';
import { as, channels, page, refused, row, START, type Expected, type Row } from './row';

const empty = channels(`roomId=${roomIds.empty}`);
const GUGGY = page(['Q5EBBfgGCZdyuSuNX']);
const RESET = String(START + 60_000);
const DENIED = 'User does not have the permissions required for this action [error-unauthorized]';
const mia = { headers: as('mia') };

export const limitRows: Row[] = [
	row('5', 'the first', empty, { ...GUGGY, limit: ['10', '9', RESET] }),
	row('5', 'the tenth', empty, { ...GUGGY, limit: ['10', '0', RESET] }, { before: 9 }),
	row('5', 'the eleventh', empty, tooMany(60), { before: 10 }),
	row('5', 'the eleventh, later', empty, tooMany(41), { before: 10, later: 19_500 }),
	row('5', 'the next window', empty, { ...GUGGY, limit: ['10', '9', String(START + 120_000)] }, { before: 12, later: 60_000 }),
	row('5', 'the eleventh, 9', empty, tooMany(60), { before: 10, generation: '9' }),
	row('5', 'api-bypass-rate-limit', empty, { ...GUGGY, limit: 'none' }, { before: 12, headers: as('ops') }),
	row(
		'5',
		'switched off',
		empty,
		{ ...GUGGY, limit: 'none' },
		{
			before: 12,
			change: ({ settings }) => {
				settings.API_Enable_Rate_Limiter = false;
			},
		},
	),
	row(
		'5',
		'other limits',
		empty,
		{ ...GUGGY, limit: ['3', '0', String(START + 5000)] },
		{
			before: 2,
			change: ({ settings }) => {
				settings.API_Enable_Rate_Limiter_Limit_Calls_Default = 3;
				settings.API_Enable_Rate_Limiter_Limit_Time_Default = 5000;
			},
		},
	),
	row('5 order', '7 counts 403', empty, { ...refused(403, DENIED), limit: ['10', '7', RESET] }, { before: 2, ...mia }),
	row('5 order', '7 refuses before it looks at permissions', empty, tooMany(60), { before: 10, ...mia }),
	row(
		'5 order',
		'8.8 does not count 403',
		empty,
		{ ...refused(403, DENIED), limit: 'none' },
		{
			before: 12,
			generation: '8.8',
			...mia,
		},
	),
	row('5 order', '8.8 counts what validation refuses', channels('roomId=GENERAL&more=1'), tooMany(60), {
		before: 10,
		generation: '8.8',
	}),
	row('5', 'info without login', '/api/info', tooMany(60), { before: 10, headers: {} }),
];

function tooMany(seconds: number): Expected {
	const wait = `You must wait ${seconds} seconds before trying this endpoint again.`;
	const error = `Error, too many requests. Please slow down. ${wait} [error-too-many-requests]`;
	return { ...refused(429, error), limit: ['10', '0', RESET] };
}
