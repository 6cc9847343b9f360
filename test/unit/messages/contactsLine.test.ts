import { describe, expect, test } from '@jest/globals';
import type { Contacts } from '../../../lib/integrations/contacts';
import { contactsLine } from '../../../lib/messages/contactsLine';
import { translator } from '../../../lib/messages/translate';
import { hostileNames, outsideCode } from '../../support/troubled';
import { titled } from '../../support/titled';

function say(contacts: Contacts | undefined) {
	return contactsLine(contacts, translator('en'));
}

test('owners and creators are named, and of many the first ones', () => {
	const some: Contacts[] = [
		{ owners: ['li'], creators: [] },
		{ owners: ['li', 'root'], creators: ['ana'] },
		{ owners: [], creators: ['ana', 'otto', 'mia'] },
		{ owners: ['a', 'b', 'c', 'd', 'e'], creators: ['f', 'g', 'h', 'i'] },
	];
	expect(`\n${some.map((one) => say(one).join('\n')).join('\n\n')}\n`).toMatchInlineSnapshot(`
		"
		Ask \`li\` (owner) or an admin.

		Ask \`li\` and \`root\` (owners), \`ana\` (creator) or an admin.

		Ask \`ana\`, \`otto\` and \`mia\` (creators) or an admin.

		Ask \`a\`, \`b\`, \`c\` and +2 (owners), \`f\`, \`g\`, \`h\` and +1 (creators) or an admin.
		"
	`);
});

test('who owns the room is not named again for having made something', () => {
	expect(say({ owners: ['li'], creators: ['li'] })).toEqual(say({ owners: ['li'], creators: [] }));
	expect(say({ owners: ['li'], creators: ['li', 'ana'] })).toEqual(say({ owners: ['li'], creators: ['ana'] }));
});

test('nothing is said where there is nobody to ask', () => {
	expect(say({ owners: [], creators: [] })).toEqual(['Ask a workspace admin.']);
	expect(say(undefined)).toEqual([]);
});

describe('names do nothing', () => {
	test.each(titled(hostileNames))('a name like %s does nothing', (_title, name) => {
		const lines = say({ owners: [name], creators: [`${name}x`, `y${name}`] });
		const plain = say({ owners: ['li'], creators: ['ana', 'otto'] });
		expect(lines.map(outsideCode)).toEqual(plain.map(outsideCode));
		expect(lines.join('\n').match(/(^|[\s>])[@#]\w/g)).toBeNull();
		expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(250);
	});

	test('of one that cannot be seen an ellipsis stands there', () => {
		expect(say({ owners: ['\u202e'], creators: [] })[0]).toBe('Ask … (owner) or an admin.');
	});
});
