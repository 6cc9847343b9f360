/** Failures that were met before or after `answer`, which alone knows what to tell a workspace admin. */
import { fail, type Result, toReader } from '../lib/failure';
import { isAdmin, type Sender, toCaller } from '../lib/host/members';

/** The reply as its reader may see it: where nothing is known for a workspace admin yet, that it is one who reads. */
export function forReader<T>(reply: Result<T>, caller: Sender): Result<T> {
	const isUnaware = !reply.ok && reply.failure.forAdmin === undefined && isAdmin(toCaller(caller));
	return isUnaware ? fail(toReader(reply.failure, { address: '', settingsUrl: '' })) : reply;
}
