/** Failures that were met before or after `answer`, which alone knows what to tell a workspace admin. */
import type { Answer } from '../lib/answer';
import { fail, type Failure, type Result, success, toReader } from '../lib/failure';
import { isAdmin, type Sender, toCaller } from '../lib/host/members';

/** A failure as its reader may see it: where nothing is known for a workspace admin yet, that it is one who reads. */
export function failureFor(failure: Failure, caller: Sender): Failure {
	const isUnaware = failure.forAdmin === undefined && isAdmin(toCaller(caller));
	return isUnaware ? toReader(failure, { address: '', settingsUrl: '' }) : failure;
}

/** The reply as its reader may see it. */
export function forReader<T>(reply: Result<T>, caller: Sender): Result<T> {
	return reply.ok ? reply : fail(failureFor(reply.failure, caller));
}

/** An answer for the room that comes to its asker alone: nobody is told to ask themself, nor a workspace admin, who can mend it, whom. */
export function forReaderAlone(reply: Result<Answer>, sender: Sender): Result<Answer> {
	if (!reply.ok || reply.value.kind !== 'report') {
		return reply;
	}
	const { report } = reply.value;
	const { contacts } = report;
	const caller = toCaller(sender);
	const isOther = (name: string): boolean => name !== caller.username;
	const others = contacts && { owners: contacts.owners.filter(isOther), creators: contacts.creators.filter(isOther) };
	return success({ kind: 'report', report: { ...report, contacts: isAdmin(caller) ? undefined : others } });
}
