import { expect, test } from '@jest/globals';
import { severities, worstFirst } from '../../../lib/integrations/finding';
import { eachFinding, oneOfEach } from '../../support/troubled';

test('how bad each is, from the worst to the least', () => {
	expect(severities).toMatchInlineSnapshot(`
		{
		  "allDirectMessages": "exposed",
		  "allPrivateGroups": "exposed",
		  "answersItself": "look",
		  "creatorInactive": "look",
		  "creatorMissing": "look",
		  "disabled": "look",
		  "emptyAnswer": "look",
		  "everyMessage": "exposed",
		  "everyPrivateMessage": "exposed",
		  "impersonates": "exposed",
		  "neverFires": "broken",
		  "noSuchPlace": "broken",
		  "noTarget": "broken",
		  "plainHttp": "exposed",
		  "posterImpersonates": "broken",
		  "posterInactive": "exposed",
		  "posterMissing": "broken",
		  "posterMuted": "broken",
		  "posterOutside": "broken",
		  "posterReadOnly": "broken",
		  "posterRenamed": "look",
		  "redirectable": "exposed",
		  "runFailed": "broken",
		  "sameTarget": "look",
		  "sameWords": "look",
		  "scriptFailed": "broken",
		  "scriptNotCompiled": "broken",
		  "shownName": "broken",
		  "targetGone": "broken",
		  "unusableTarget": "broken",
		  "wordsUnreadable": "look",
		}
	`);
	const ranks = Object.values(severities).map((severity) => ['broken', 'exposed', 'look'].indexOf(severity));
	expect(ranks).toEqual([...ranks].sort());
	expect(Object.keys(oneOfEach)).toEqual(Object.keys(severities));
});

test('sorted, the worst first, whatever the order was', () => {
	expect([...eachFinding].reverse().sort(worstFirst)).toEqual(eachFinding);
	expect([oneOfEach.disabled, oneOfEach.plainHttp, oneOfEach.creatorInactive, oneOfEach.scriptFailed].sort(worstFirst)).toEqual([
		oneOfEach.scriptFailed,
		oneOfEach.plainHttp,
		oneOfEach.creatorInactive,
		oneOfEach.disabled,
	]);
});

test('of the same kind, they stay as they were', () => {
	const [first, second] = [
		{ kind: 'creatorMissing', user: 'b' },
		{ kind: 'creatorMissing', user: 'a' },
	] as const;
	expect(worstFirst(first, second)).toBe(0);
	expect([first, second].sort(worstFirst)).toEqual([first, second]);
});
