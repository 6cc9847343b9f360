/** What the embedded workspace remembers: the part of a Rocket.Chat server's database that the app can see or change. */

export interface User {
	readonly id: string;
	username: string;
	name: string;
	/** Role ids: built-in roles have their name as id, custom ones a random id. */
	roles: string[];
	active: boolean;
	type: 'user' | 'app';
	/** The language preference, empty when the user never chose one. */
	language: string;
	/** Personal access tokens, in clear: this is a stand-in. */
	tokens: string[];
	/** The app that an app user belongs to. */
	appId?: string;
	/** What apps get instead of some fields: as an old or imported record has them. */
	stored?: Readonly<Record<string, unknown>>;
}

export type RoomRole = 'owner' | 'moderator' | 'leader';

export interface Membership {
	readonly userId: string;
	roles: RoomRole[];
}

export interface Room {
	readonly id: string;
	/** Channel, private group, direct message, omnichannel. */
	readonly type: 'c' | 'p' | 'd' | 'l';
	/** The slug that REST and integrations use; direct messages have none. */
	name?: string;
	displayName?: string;
	members: Membership[];
	readOnly?: boolean;
	archived?: boolean;
	encrypted?: boolean;
	/** Usernames that may not write. */
	muted?: string[];
	/** Usernames that may write although the room is read-only. */
	unmuted?: string[];
	/** The parent room of a discussion. */
	parentRoomId?: string;
	topic?: string;
	/** The team that the room belongs to, and whether it is that team's own: teams are rooms like any other. */
	teamId?: string;
	teamMain?: boolean;
}

/** An integration as the server stores it and hands it out: with its secrets; fields as `IIntegration` of `@rocket.chat/core-typings`. */
export type IntegrationDocument = Readonly<Record<string, unknown>> & { readonly _id: string };

/** One run of an outgoing integration as the server stores it: with its payload and its full URL. */
export type IntegrationHistoryRow = Readonly<Record<string, unknown>> & { readonly _id: string };

/** A file that was uploaded into a room. */
export interface Upload {
	readonly id: string;
	readonly name: string;
	/** The media type. */
	readonly type: string;
	readonly roomId: string;
	readonly userId: string;
	readonly bytes: Uint8Array;
	readonly uploadedAt: Date;
}

/** What a message says of the file that it carries; its id is the upload's. Fields as `FileProp` of `@rocket.chat/core-typings`. */
export interface MessageFile {
	readonly _id: string;
	readonly name: string;
	readonly type: string;
	/** Bytes. */
	readonly size: number;
}

/** How clients show a file; fields as `FileAttachmentProps` of `@rocket.chat/core-typings`, as any file but a picture, a sound or a film has them. */
export interface MessageAttachment {
	readonly type: 'file';
	readonly title: string;
	readonly title_link: string;
	readonly title_link_download: true;
	readonly format: string;
	readonly size: number;
	readonly fileId: string;
}

export interface Message {
	readonly id: string;
	readonly roomId: string;
	readonly senderId: string;
	text: string;
	threadId?: string;
	parseUrls?: boolean;
	blocks?: readonly unknown[];
	createdAt: Date;
	/** The name shown instead of the sender's. */
	alias?: string;
	/** What an incoming webhook's message carries: the integration's id. */
	bot?: { readonly i: string };
	/** Set on system messages ("ana joined the channel"). */
	type?: string;
	file?: MessageFile;
	attachments?: readonly MessageAttachment[];
}

/** A message that only one person sees and that is not stored ("Only you can see this message"). */
export interface Notice {
	readonly userId: string;
	readonly roomId: string;
	readonly text: string;
	readonly threadId?: string;
	readonly blocks?: readonly unknown[];
}

/**
 * Whose answers the REST server gives (docs/endpoint.md): those of Rocket.Chat 7 and of 8 up to 8.7,
 * of 8.8, or of 9. `strict` is no release: it is 8.8 with the published schemas, which refuse paging on the room endpoints and
 * which no released server is known to use. It is there for the tests of what the app does where `count` is refused.
 */
export type Generation = '7' | '8.8' | '9' | 'strict';

/** What is the matter with the REST server: nothing, an answer to everything, too slow an answer, none, or somebody else's. */
export type Mood = 'well' | '401' | '403' | '429' | '502' | 'slow' | 'down' | 'html';

export interface Workspace {
	generation: Generation;
	/** Well, unless said otherwise. */
	mood?: Mood;
	/** Seconds that a slow server takes for each answer. */
	slowness?: number;
	/** Milliseconds that its time was moved on: the rate limit goes by it. */
	ahead?: number;
	users: User[];
	rooms: Room[];
	/** Custom and built-in roles. */
	roles: { id: string; name: string }[];
	/** Permission id to the role ids that hold it. */
	permissions: Record<string, string[]>;
	integrations: IntegrationDocument[];
	/** What `integrations.history` answers from; a row names its integration as `integration._id`. */
	history?: IntegrationHistoryRow[];
	/** Server settings by id: Site_Url, Language, Message_MaxAllowedSize, API_Default_Count, FileUpload_Enabled, … */
	settings: Record<string, unknown>;
	/** Ids of server settings that apps may not read. */
	secretSettings?: string[];
	messages: Message[];
	notices: Notice[];
	uploads: Upload[];
}
