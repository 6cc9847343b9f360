/** UTF-16 units: no name is read beyond these, as all are compared with what somebody types. Nobody types as many. */
export const longestText = 300;

/** An integration, as far as it may be shown: no secrets. These are the fields of both types; docs/endpoint.md has the server's names. */
export interface IntegrationBase {
	readonly id: string;
	/** Empty where the server has none. */
	readonly name: string;
	readonly enabled: boolean;
	/** `#room`, `#roomId`, `@user` or one of the `all_…` words, as stored. */
	readonly channels: readonly string[];
	/** Id and username of the user it posts as. */
	readonly userId: string;
	readonly username: string;
	/** The name that its messages show instead; empty: none. */
	readonly alias: string;
	/** Username and id of who made it; empty where unknown. */
	readonly createdBy: string;
	readonly createdById: string;
	/** ISO date and time; empty where the server has none. */
	readonly createdAt: string;
	readonly updatedAt: string;
	readonly updatedBy: string;
	readonly emoji: string;
	/** Whether its messages show a picture of their own (`avatar`). */
	readonly ownPicture: boolean;
	/** `on`: there is a compiled form, which alone the server runs. Without one: `error` where it did not compile, else `notCompiled`. */
	readonly script: 'none' | 'on' | 'notCompiled' | 'error';
	/** The engine that runs the script; empty: the server's default. */
	readonly scriptEngine: string;
	/** Whether a script runs, and the record says that it will run differently from Rocket.Chat 9.0 on. */
	readonly scriptWillChange: boolean;
	/** Whether its texts or lists are longer than what is read of them. */
	readonly shortened: boolean;
	/** With `error`: the kind of error, and its line where known. Its text would quote the script. */
	readonly scriptError: { readonly name: string; readonly line: number | undefined } | undefined;
}

export interface IncomingIntegration extends IntegrationBase {
	readonly type: 'incoming';
	/** Whether a caller of the webhook may name another room to post to (`overrideDestinationChannelEnabled`). */
	readonly redirectable: boolean;
}

export interface OutgoingIntegration extends IntegrationBase {
	readonly type: 'outgoing';
	/** What it listens to: `sendMessage`, `roomJoined` …; empty in old records. */
	readonly event: string;
	/** Where the answers of its target are posted, as stored; empty: in the room that triggered it. */
	readonly targetRoom: string;
	/** As stored: the server goes through them in order, and an empty one ends it. None: every message. */
	readonly triggerWords: readonly string[];
	/** Whether the trigger words may stand anywhere in a message, not only at its beginning. */
	readonly anywhere: boolean;
	/** Whether edited messages trigger it, too. */
	readonly onEdits: boolean;
	/** Whether its answers are posted under the name of the person who triggered it. */
	readonly impersonates: boolean;
	/** How often a failed call is repeated (0: never), and the server's name for the delays, like `powers-of-ten`. */
	readonly retries: { readonly count: number; readonly delay: string };
	/** Host and port of each target; an empty text where it is not surely one. Paths, queries and passwords are never kept. */
	readonly hosts: readonly string[];
	/** The hosts that are called unencrypted over a network: `http:` to another machine. */
	readonly plainHosts: readonly string[];
	/** Whether one of its targets is no `http:` or `https:` address. */
	readonly unusableTarget: boolean;
	/** Whether two of its targets are the same URL. */
	readonly sameTarget: boolean;
}

export type Integration = IncomingIntegration | OutgoingIntegration;

/** Events that have no channel, by the server's outgoingEvents. */
const workspaceEvents = ['roomArchived', 'roomCreated', 'userCreated'];

/** Whether it fires wherever its event happens, whatever the record's channels. */
export function firesInWorkspace(integration: Integration): boolean {
	return integration.type === 'outgoing' && workspaceEvents.includes(integration.event);
}
