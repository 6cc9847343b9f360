/** An integration as the app knows it: what may be shown of it, and nothing else. */

/** What both types have. */
export interface IntegrationBase {
	readonly id: string;
	/** Empty where the server has none. */
	readonly name: string;
	readonly enabled: boolean;
	/** `#room`, `#roomId`, `@user` or one of the `all_…` words, as stored. */
	readonly channels: readonly string[];
	/** The user whose name its messages carry. */
	readonly username: string;
	readonly alias: string;
	/** A username; empty where the server does not know it. */
	readonly createdBy: string;
	/** ISO date and time; empty where the server has none. */
	readonly createdAt: string;
	readonly script: 'none' | 'on' | 'error';
}

export interface IncomingIntegration extends IntegrationBase {
	readonly type: 'incoming';
}

export interface OutgoingIntegration extends IntegrationBase {
	readonly type: 'outgoing';
	readonly event: string;
	readonly triggerWords: readonly string[];
	/** Host and port of each target; empty for a target that is no URL. Paths, queries and passwords are never kept. */
	readonly hosts: readonly string[];
}

export type Integration = IncomingIntegration | OutgoingIntegration;
