import { expect, test } from '@jest/globals';
import { renderDigest, renderTrouble } from '../../../lib/messages/renderWatch';
import { compare } from '../../../lib/watch/compare';
import { translator } from '../../../lib/messages/translate';
import { place } from '../../support/builders';
import { kept } from '../../support/kept';

const t = translator('en');
const long = Array.from({ length: 12 }, (_, index) =>
	kept({ id: `n${String(index).padStart(2, '0')}`, name: 'Very long name '.repeat(8), poster: 'p'.repeat(120) }),
);

function linesWithin(limit: number): number {
	const { message, told } = renderDigest({ place, changes: compare([], long), more: 3 }, limit, t);
	const { text } = message;
	expect(text.length).toBeLessThanOrEqual(Math.max(limit, 200));
	expect(text.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(told);
	return told;
}

test('ten changes are told, and fewer where the server takes shorter messages only', () => {
	expect([5000, 2000, 500, 10].map(linesWithin)).toMatchInlineSnapshot(`
		[
		  10,
		  10,
		  3,
		  0,
		]
	`);
});

test('what is left out is counted, and so is what is not watched', () => {
	const { text } = renderDigest({ place, changes: compare([], long), more: 3 }, 600, t).message;
	expect(text.split('\n').filter((line) => !line.startsWith('- '))).toMatchInlineSnapshot(`
		[
		  "**Integrations in #support**: 12 changed",
		  "8 more: \`/integrations changes\`",
		  "Not watched, because there are too many: 3.",
		]
	`);
});

test('of a new one is said that it is switched off, and what is wrong with it first', () => {
	const rows = [kept({ enabled: false }), kept({ id: 'id2', name: '@all `x`', findings: ['posterMissing'] })];
	const { text } = renderDigest({ place, changes: compare([], rows), more: 0 }, 5000, t).message;
	expect(text).toMatchInlineSnapshot(`
		"**Integrations in #support**: 2 changed
		- \`GitHub deploys\` **new**, switched off, incoming, as \`Deploy bot\`, by \`ana\`
		- \`@all 'x'\` **new**, **broken: post-as user is gone**, incoming, as \`Deploy bot\`, by \`ana\`"
	`);
});

test('of rooms that could not be looked at five are named, and the others counted', () => {
	const named = (count: number) =>
		renderTrouble(
			Array.from({ length: count }, () => place),
			'Nobody knows why.',
			t,
		);
	expect([named(1), named(6)]).toMatchInlineSnapshot(`
		[
		  "Three times in a row the app could not look at rooms that are watched for you: \`#support\`. Nobody knows why. The app goes on trying.",
		  "Three times in a row the app could not look at rooms that are watched for you: \`#support\`, \`#support\`, \`#support\`, \`#support\`, \`#support\`, +1. Nobody knows why. The app goes on trying.",
		]
	`);
});

test('why an integration reaches the room is told where that is another reason now', () => {
	const before = [kept(), kept({ id: 'id2', reach: 'answersHere' })];
	const now = [kept({ reach: 'publicChannels' }), kept({ id: 'id2' })];
	const { message } = renderDigest({ place, changes: compare(before, now), more: 0 }, 5000, t);
	expect(message.text).toMatchInlineSnapshot(`
		"**Integrations in #support**: 2 changed
		- \`GitHub deploys\` why here: it names this room → all public channels
		- \`GitHub deploys\` why here: its answers go here → it names this room"
	`);
});
