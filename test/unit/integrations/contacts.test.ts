import { describe, expect, test } from '@jest/globals';
import { contactsOf } from '../../../lib/integrations/contacts';
import { incoming, outgoing, place, rowsIn } from '../../support/builders';
import { people, person } from '../../support/troubled';

const rows = rowsIn(place, [
	incoming({ id: 'A', createdById: 'ANA1', createdBy: 'CANARY-old-name' }),
	outgoing({ id: 'B', createdById: 'DORA1', createdBy: 'dora' }),
	outgoing({ id: 'C', createdById: 'GONE1', createdBy: 'gina' }),
	incoming({ id: 'D', createdById: 'CAT1', createdBy: 'rocket.cat' }),
	incoming({ id: 'E', createdById: 'ANA1', createdBy: 'ana' }),
	incoming({ id: 'F', createdById: '', createdBy: '' }),
	incoming({ id: 'G', createdById: 'UNKNOWN', createdBy: 'unknown' }),
	incoming({ id: 'H', createdById: 'NAMELESS1', createdBy: 'unknown' }),
]);
const owners = ['li', 'root'];
function contacts(...troubled: string[]) {
	return contactsOf(
		rows.filter(({ integration }) => troubled.includes(integration.id)),
		{ people, owners },
	);
}

describe('whom to ask', () => {
	test.each([
		['who made it, by the name of today', ['A'], ['ana']],
		['each once, in the order of the rows', ['A', 'D', 'E'], ['ana', 'rocket.cat']],
		['not who is deactivated', ['B'], []],
		['not who is gone', ['C'], []],
		['not who is not known, or has no name', ['F', 'G', 'H'], []],
		['only who made one that has a finding', ['D'], ['rocket.cat']],
	])('the people to ask are found for %s', (_, troubled, creators) => {
		expect(contacts(...troubled)).toEqual({ owners, creators });
	});
});

describe('nobody', () => {
	test('where nothing was found', () => {
		expect(contacts()).toBeUndefined();
	});

	test('what reaches all rooms is no more the owners’ than anybody’s', () => {
		const everywhere = rowsIn(place, [outgoing({ id: 'X', channels: ['all_public_channels'], createdById: 'ANA1' })]);
		expect(contactsOf(everywhere, { people, owners })).toEqual({ owners: [], creators: ['ana'] });
	});

	test('who reads it alone is not told to ask themself', () => {
		expect(contactsOf(rows.slice(0, 1), { people, owners, except: 'li' })).toEqual({ owners: ['root'], creators: ['ana'] });
		expect(contactsOf(rows.slice(0, 1), { people, owners, except: 'ana' })).toEqual({ owners, creators: [] });
	});

	test('a room without owners has who made them', () => {
		expect(contactsOf(rows.slice(0, 1), { people: new Map([['ANA1', person('ana')]]), owners: [] })).toEqual({
			owners: [],
			creators: ['ana'],
		});
	});
});
