/** What went wrong with a click, told to who clicked where the answer itself cannot be. */
import type { Answer } from '../lib/answer';
import type { Result } from '../lib/failure';
import { late, withTimeout } from '../lib/util/timeout';
import type { Engine } from './context';
import { timeLeft } from './deadlines';
import { tellCaller } from './deliver';
import { type Interaction, toClickRequest } from './interaction';
import { logUnforeseen } from './logFailure';
import type { Memory } from './memory';

/** Tells it in the room of the click; where even that fails, it is only logged. Never rejects, and is done before the client gives up. */
export async function tellAlone(
	failed: Result<Answer>,
	interaction: Interaction,
	engine: Engine & { readonly memory: Memory },
): Promise<void> {
	const { room, startedAt } = interaction;
	if (!room) {
		return;
	}
	const telling = toClickRequest(interaction, room, engine).then(async ({ delivery }) => tellCaller(failed, delivery));
	const told = telling.catch((error: unknown) => {
		logUnforeseen(error, engine.app);
	});
	await withTimeout(told, timeLeft(startedAt, 'view'), late);
}
