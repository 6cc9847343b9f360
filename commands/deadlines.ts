/** How long the app waits for what. Each wait leaves the next one its share: the engine gives up a command after 30 s. */

/** Milliseconds, from the first line of a way in on. */
export const deadlines = {
	/** What is looked up before a click can be answered. */
	look: 2500,
	/** A client waits 5 s for what a click or a panel gives (server-contract.md, section 12); the network has its share. */
	click: 3500,
	/** The last request that is under way. */
	requests: 25_000,
	/** The answer: what takes longer than the requests is Rocket.Chat's own silence. */
	answer: 26_000,
	/** Posting it, or opening the panel. */
	post: 26_500,
	/** Telling the caller that nothing came. */
	notice: 27_500,
} as const;

/** Milliseconds that are left of a wait that began at `startedAt` (epoch, milliseconds); not below 0. */
export function timeLeft(startedAt: number, deadline: keyof typeof deadlines): number {
	return Math.max(0, startedAt + deadlines[deadline] - Date.now());
}
