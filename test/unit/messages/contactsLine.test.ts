import { describe, expect, test } from '@jest/globals';
import type { Contacts } from '../../../lib/integrations/contacts';
import { contactsLine } from '../../../lib/messages/contactsLine';
import { translator } from '../../../lib/messages/translate';
import { hostileNames, outsideCode } from '../../support/troubled';

function both(contacts: Contacts) {
	return (['en', 'pt-BR'] as const).flatMap((locale) => contactsLine(contacts, translator(locale)));
}

test('owners, creators, or both; one, several, and more than help', () => {
	const some: Contacts[] = [
		{ owners: ['li'], creators: [] },
		{ owners: ['li', 'root'], creators: ['ana'] },
		{ owners: [], creators: ['ana', 'otto', 'mia'] },
		{ owners: ['a', 'b', 'c', 'd', 'e'], creators: ['f', 'g', 'h', 'i'] },
	];
	expect(`\n${some.map((one) => both(one).join('\n')).join('\n\n')}\n`).toMatchInlineSnapshot(`
		"
		Who can help: \`li\`, who owns this room.
		Quem pode ajudar: \`li\`, que é proprietário desta sala.

		Who can help: \`li\` and \`root\`, who own this room; \`ana\`, who made what is named here.
		Quem pode ajudar: \`li\` e \`root\`, que são proprietários desta sala; \`ana\`, que criou o que é citado aqui.

		Who can help: \`ana\`, \`otto\` and \`mia\`, who made what is named here.
		Quem pode ajudar: \`ana\`, \`otto\` e \`mia\`, que criaram o que é citado aqui.

		Who can help: \`a\`, \`b\`, \`c\` and +2, who own this room; \`f\`, \`g\`, \`h\` and +1, who made what is named here.
		Quem pode ajudar: \`a\`, \`b\`, \`c\` e +2, que são proprietários desta sala; \`f\`, \`g\`, \`h\` e +1, que criaram o que é citado aqui.
		"
	`);
});

test('who owns the room is not named again for having made something', () => {
	expect(both({ owners: ['li'], creators: ['li'] })).toEqual(both({ owners: ['li'], creators: [] }));
	expect(both({ owners: ['li'], creators: ['li', 'ana'] })).toEqual(both({ owners: ['li'], creators: ['ana'] }));
});

test('nobody', () => {
	expect(both({ owners: [], creators: [] })).toEqual([]);
});

describe('names do nothing', () => {
	test.each(hostileNames)('%.20j', (name) => {
		const lines = both({ owners: [name], creators: [`${name}x`, `y${name}`] });
		const plain = both({ owners: ['li'], creators: ['ana', 'otto'] });
		expect(lines.map(outsideCode)).toEqual(plain.map(outsideCode));
		expect(lines.join('\n').match(/(^|[\s>])[@#]\w/g)).toBeNull();
		expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(250);
	});

	test('of one that cannot be seen an ellipsis stands there', () => {
		expect(both({ owners: ['\u202e'], creators: [] })[0]).toBe('Who can help: …, who owns this room.');
	});
});
