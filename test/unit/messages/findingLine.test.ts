import { describe, expect, test } from '@jest/globals';
import { type Finding, severities } from '../../../lib/integrations/finding';
import { findingLine, shortFinding } from '../../../lib/messages/findingLine';
import { type Locale, translator } from '../../../lib/messages/translate';
import { writer } from '../../../lib/messages/nameWidths';
import { everyLocale } from '../../support/builders';
import { eachFinding, findingsNaming, hostileNames, outsideCode } from '../../support/troubled';
import { titled } from '../../support/titled';

const layout = { width: 60, named: 5 };
function lines(findings: readonly Finding[], locale: Locale) {
	return findings.map((finding) => findingLine(finding, true, writer(layout, translator(locale))));
}
function draw(texts: readonly string[]) {
	return `\n${texts.join('\n')}\n`;
}

describe('a finding', () => {
	test('says its severity, its reason and its cure', () => {
		expect(draw(lines(eachFinding, 'en'))).toMatchInlineSnapshot(`
		"
		- **broken**: its first trigger word is empty, so it never fires. Correct that and save it again.
		- **broken**: it names \`Customer support\`, which is only the shown name of this room, so it does not reach it. Enter the room's own name, as in its address.
		- **broken**: it names \`#old-name\`, \`@gina\`: no room or user is called so. Correct the name, or delete it.
		- **broken**: its script does not compile. Correct the script and save it.
		- **broken**: its script is switched on, but was never compiled. Save it again: that compiles it.
		- **broken**: it has no address to send to. Enter an address.
		- **broken**: one of its targets is no \`http://\` or \`https://\` address. Correct the address.
		- **broken**: \`gina\`, as whom it posts, does not exist any more. Choose somebody else to post as.
		- **broken**: \`monitor\`, as whom it posts, is not in this private group, so its posts are refused. Add that user to the group.
		- **broken**: \`monitor\`, as whom it posts, is muted in this room. Unmute that user.
		- **broken**: this room is read-only, and \`monitor\`, as whom it posts, may not write here. Let that user write here: *Unmute User*.
		- **broken**: \`li\`, as whom it posts, lacks the permission \`message-impersonate\`, so the server refuses every call. Give that user a role with this permission, for example \`bot\`, or choose somebody else.
		- **broken**: the server switched it off, 2025⁠-⁠06⁠-⁠04 10:00 UTC, because its target answered that it is gone (410). Enter a new address and switch it on, or delete it.
		- **broken**: its last run failed, 2025⁠-⁠06⁠-⁠04 10:00 UTC, at the call of its target. Look into its history for the answer of the target.
		- **exposed**: it sends to \`plain.example\`, \`10.0.0.5:3000\` unencrypted (\`http://\`). Change the address to \`https://\`, where the target takes that.
		- **exposed**: it has no trigger words, so it gets every message of this private room. Give it trigger words.
		- **exposed**: it has no trigger words, so it gets every message. Give it trigger words.
		- **exposed**: it listens in all private groups. Name the groups that it is for instead.
		- **exposed**: it listens in all direct messages. Name the people that it is for instead.
		- **exposed**: whoever calls it can have it post into any room that the user it posts as may see. Switch off that its callers may name another channel.
		- **exposed**: its answers carry the name of the person who triggers it. Switch the impersonation off.
		- **exposed**: \`dora\`, as whom it posts, is deactivated. Choose somebody else to post as, or activate the user.
		- **worth a look**: \`gina\`, who made it, does not exist any more. Find out whether it is still needed.
		- **worth a look**: \`dora\`, who made it, is deactivated. Find out whether it is still needed.
		- **worth a look**: it posts as \`watchdog\`, who is now called \`monitor\`. Choose the new name and save it.
		- **worth a look**: it is switched off, and was last changed on 2025⁠-⁠03⁠-⁠02. Switch it on, or delete it if nobody needs it.
		- **worth a look**: \`Same words\` fires on \`!echo\`, too. If both were not meant to answer, give one of them other words.
		- **worth a look**: it sends to the same address twice. Take one of the two away.
		- **worth a look**: it has no trigger words, and its answers land where it listens, so it may answer itself. Give it trigger words, or have it answer elsewhere.
		- **worth a look**: this room is encrypted, so its trigger words cannot match. Leave this room out of its channels.
		- **worth a look**: its target answered with an empty body, 2025⁠-⁠06⁠-⁠04 10:00 UTC, which the server counts as failed and may repeat. Have the target answer with some JSON.
		"
	`);
	});

	test.each(everyLocale)('no sentence is another one’s, and none lacks a word (%s)', (locale) => {
		const all = lines(eachFinding, locale);
		expect(new Set(all).size).toBe(Object.keys(severities).length);
		expect(all.filter((line) => /[{}]|finding_|cure_|severity_|undefined/.test(line))).toEqual([]);
	});
});

describe('a finding in a few words', () => {
	const short = (locale: Locale) => eachFinding.map((finding) => shortFinding(finding, false, translator(locale)));

	test('is its severity and its reason', () => {
		expect(draw(short('en'))).toMatchInlineSnapshot(`
		"
		**broken: never fires**
		**broken: names the shown name**
		**broken: names what does not exist**
		**broken: script does not compile**
		**broken: script never compiled**
		**broken: no target**
		**broken: unusable target**
		**broken: post-as user is gone**
		**broken: may not post**
		**broken: may not post**
		**broken: may not post**
		**broken: may not post**
		**broken: switched off, target gone**
		**broken: last run failed**
		**exposed: unencrypted**
		**exposed: hears every message**
		**exposed: hears every message**
		**exposed: all private groups**
		**exposed: all direct messages**
		**exposed: may post elsewhere**
		**exposed: answers in others' names**
		**exposed: post-as user deactivated**
		**worth a look: creator is gone**
		**worth a look: creator deactivated**
		**worth a look: post-as user renamed**
		**worth a look: switched off**
		**worth a look: same trigger words**
		**worth a look: same target twice**
		**worth a look: may answer itself**
		**worth a look: words cannot match**
		**worth a look: empty answer**
		"
	`);
	});

	test('is only how bad it is where the reader knows it already', () => {
		const known = [...new Set(eachFinding.map((finding) => shortFinding(finding, true, translator('en'))))];
		expect(known).toEqual(['**broken**', '**exposed**', '**worth a look**']);
	});

	test.each(everyLocale)('short enough for a row (%s)', (locale) => {
		expect(Math.max(...short(locale).map((text) => text.length))).toBeLessThanOrEqual(46);
	});
});

describe('names do nothing', () => {
	test.each(titled(hostileNames))('a name like %s does nothing', (_title, name) => {
		for (const locale of everyLocale) {
			const plain = lines(findingsNaming('CANARY'), locale).map(outsideCode);
			// Of the sentences nothing changes but what stands in code.
			expect(lines(findingsNaming(name), locale).map(outsideCode)).toEqual(plain);
			const text = lines(findingsNaming(name), locale).join('\n');
			expect(text.split('\n')).toHaveLength(plain.length);
			expect(text.match(/(^|[\s>])[@#]\w/g)).toBeNull();
			expect(Math.max(...lines(findingsNaming(name), locale).map((line) => line.length))).toBeLessThan(600);
		}
	});

	test('of one that cannot be seen an ellipsis stands there; one without a name says so', () => {
		expect(draw([...lines(findingsNaming(''), 'en'), ...lines(findingsNaming('\u202e\n'), 'en')])).toMatchInlineSnapshot(`
		"
		- **broken**: its last run failed, 2025⁠-⁠06⁠-⁠04 10:00 UTC, for a reason that is not known. Look into its history for the answer of the target.
		- **broken**: it names …, which is only the shown name of this room, so it does not reach it. Enter the room's own name, as in its address.
		- **broken**: …, as whom it posts, does not exist any more. Choose somebody else to post as.
		- **broken**: …, as whom it posts, is not in this private group, so its posts are refused. Add that user to the group.
		- **broken**: …, as whom it posts, is muted in this room. Unmute that user.
		- **broken**: …, as whom it posts, is not in the private group …, so its posts there are refused. Add that user to the group.
		- **broken**: …, as whom it posts, is muted in …. Unmute that user.
		- **worth a look**: … is encrypted, so its trigger words cannot match there. Leave this room out of its channels.
		- **broken**: it names …, …, …, …, … +295: no room or user is called so. Correct the name, or delete it.
		- **broken**: this room is read-only, and …, as whom it posts, may not write here. Let that user write here: *Unmute User*.
		- **broken**: …, as whom it posts, lacks the permission \`message-impersonate\`, so the server refuses every call. Give that user a role with this permission, for example \`bot\`, or choose somebody else.
		- **exposed**: …, as whom it posts, is deactivated. Choose somebody else to post as, or activate the user.
		- **worth a look**: it posts as …, who is now called …. Choose the new name and save it.
		- **worth a look**: …, who made it, does not exist any more. Find out whether it is still needed.
		- **worth a look**: …, who made it, is deactivated. Find out whether it is still needed.
		- **exposed**: it sends to …, …, …, …, … +295 unencrypted (\`http://\`). Change the address to \`https://\`, where the target takes that.
		- **worth a look**: _unnamed_ fires on …, too. If both were not meant to answer, give one of them other words.
		- **broken**: its last run failed, 2025⁠-⁠06⁠-⁠04 10:00 UTC, at the call of its target. Look into its history for the answer of the target.
		- **broken**: it names …, which is only the shown name of this room, so it does not reach it. Enter the room's own name, as in its address.
		- **broken**: …, as whom it posts, does not exist any more. Choose somebody else to post as.
		- **broken**: …, as whom it posts, is not in this private group, so its posts are refused. Add that user to the group.
		- **broken**: …, as whom it posts, is muted in this room. Unmute that user.
		- **broken**: …, as whom it posts, is not in the private group …, so its posts there are refused. Add that user to the group.
		- **broken**: …, as whom it posts, is muted in …. Unmute that user.
		- **worth a look**: … is encrypted, so its trigger words cannot match there. Leave this room out of its channels.
		- **broken**: it names …, …, …, …, … +295: no room or user is called so. Correct the name, or delete it.
		- **broken**: this room is read-only, and …, as whom it posts, may not write here. Let that user write here: *Unmute User*.
		- **broken**: …, as whom it posts, lacks the permission \`message-impersonate\`, so the server refuses every call. Give that user a role with this permission, for example \`bot\`, or choose somebody else.
		- **exposed**: …, as whom it posts, is deactivated. Choose somebody else to post as, or activate the user.
		- **worth a look**: it posts as …, who is now called …. Choose the new name and save it.
		- **worth a look**: …, who made it, does not exist any more. Find out whether it is still needed.
		- **worth a look**: …, who made it, is deactivated. Find out whether it is still needed.
		- **exposed**: it sends to …, …, …, …, … +295 unencrypted (\`http://\`). Change the address to \`https://\`, where the target takes that.
		- **worth a look**: _unnamed_ fires on …, too. If both were not meant to answer, give one of them other words.
		"
	`);
	});

	test('a day that is not known', () => {
		const findings: Finding[] = [{ kind: 'disabled', since: '' }];
		expect(draw(lines(findings, 'en'))).toMatchInlineSnapshot(`
		"
		- **worth a look**: it is switched off, and was last changed on …. Switch it on, or delete it if nobody needs it.
		"
	`);
	});

	test('of many targets some, and how many more', () => {
		const hosts = Array.from({ length: 7 }, (_, index) => `h${String(index)}.example`);
		expect(lines([{ kind: 'plainHttp', hosts }], 'en')[0]).toContain(
			'it sends to `h0.example`, `h1.example`, `h2.example`, `h3.example`, `h4.example` +2 unencrypted',
		);
	});
});
