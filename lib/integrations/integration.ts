/** An integration as the app knows it: what may be shown of it, and nothing else. Both types have this. */
export interface IntegrationBase {
	readonly id: string;
	/** Empty where the server has none. */
	readonly name: string;
	readonly enabled: boolean;
	/** `#room`, `#roomId`, `@user` or one of the `all_…` words, as stored. */
	readonly channels: readonly string[];
	/** The user whose name its messages carry: id and name. */
	readonly userId: string;
	readonly username: string;
	readonly alias: string;
	/** A username, and that user's id; empty where the server does not know it. */
	readonly createdBy: string;
	readonly createdById: string;
	/** ISO date and time; empty where the server has none. */
	readonly createdAt: string;
	readonly updatedAt: string;
	readonly updatedBy: string;
	readonly emoji: string;
	readonly ownPicture: boolean;
	/** `notCompiled`: switched on, but never compiled, so that the server does not run it. */
	readonly script: 'none' | 'on' | 'notCompiled' | 'error';
	/** Empty: the server's default. */
	readonly scriptEngine: string;
	/** Whether the record says that it runs otherwise from version 9.0 of the server on. */
	readonly scriptWillChange: boolean;
	/** Of the last compilation: the error's kind, and its line where the server said it. */
	readonly scriptError: { readonly name: string; readonly line: number | undefined } | undefined;
}

export interface IncomingIntegration extends IntegrationBase {
	readonly type: 'incoming';
	/** Whoever calls it may name another room than the stored ones. */
	readonly redirectable: boolean;
}

export interface OutgoingIntegration extends IntegrationBase {
	readonly type: 'outgoing';
	readonly event: string;
	/** Where its answers go, as stored; empty: where it was triggered. */
	readonly targetRoom: string;
	readonly triggerWords: readonly string[];
	/** The words may stand anywhere in a message, not only at its beginning. */
	readonly anywhere: boolean;
	readonly onEdits: boolean;
	/** Its answers carry the name of the person who triggers it. */
	readonly impersonates: boolean;
	/** How often a failed call is tried again, and by which rule of the server's; 0: never. */
	readonly retries: { readonly count: number; readonly delay: string };
	/** Host and port of each target; empty for a target that is no URL. Paths, queries and passwords are never kept. */
	readonly hosts: readonly string[];
	/** Those of the hosts that are sent to unencrypted, beyond the server's own machine. */
	readonly plainHosts: readonly string[];
	/** Whether the same address is among its targets twice. */
	readonly sameTarget: boolean;
}

export type Integration = IncomingIntegration | OutgoingIntegration;
