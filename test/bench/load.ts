/** Many at once, many in a row, the rate limiter, and two hosts of one workspace. Wrong answers fail the run; timings do not. */
import { type Clicked, measureClick } from './click';
import { type Limited, measureLimited } from './limited';
import { loadSize } from './loadScene';
import { measureSequence, type Sequence } from './sequence';
import { teachFloor, withStand } from './stand';
import { measureTogether, type Together } from './together';
import { measureWatched, type Watched } from './watched';
import { measureWhole, type Whole } from './whole';

export interface Load {
	readonly together: Together;
	readonly sequence: Sequence;
	readonly limited: Limited;
	readonly watched: Watched;
	readonly whole: Whole;
	readonly clicked: Clicked;
}

/** Measures it all in one workspace, but for the watched rooms, the whole workspace and the click; the limiter comes last, for it leaves a used-up minute behind. */
export async function measureLoad(): Promise<Load> {
	const load = await withStand(loadSize, async (stand) => {
		await teachFloor(stand);
		const together = await measureTogether(stand);
		const sequence = await measureSequence(stand);
		return { together, sequence, limited: await measureLimited(stand) };
	});
	return { ...load, watched: await measureWatched(), whole: await measureWhole(), clicked: await measureClick() };
}
