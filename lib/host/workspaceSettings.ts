/** The workspace's own settings that the app goes by. One that cannot be read counts as its default. */
import type { IServerSettingRead } from '@rocket.chat/apps-engine/definition/accessors';

export interface ServerSettings {
	/** Empty where unknown. */
	readonly siteUrl: string;
	/** `Message_MaxAllowedSize`, UTF-16 units. */
	readonly messageLimit: number;
}

type Reader = Pick<IServerSettingRead, 'getValueById'>;

/** Reads what an answer depends on. */
export async function readServerSettings(reader: Reader): Promise<ServerSettings> {
	const [siteUrl, messageLimit] = await Promise.all([readOrNot(reader, 'Site_Url'), readOrNot(reader, 'Message_MaxAllowedSize')]);
	return {
		siteUrl: typeof siteUrl === 'string' ? siteUrl.trim() : '',
		messageLimit: typeof messageLimit === 'number' && messageLimit > 0 ? messageLimit : 5000,
	};
}

async function readOrNot(reader: Reader, id: string): Promise<unknown> {
	return reader.getValueById(id).catch(() => undefined);
}

/** Reads the language tag of the workspace, undefined where it has none. */
export async function readLanguage(reader: Reader): Promise<string | undefined> {
	const language = await readOrNot(reader, 'Language');
	return typeof language === 'string' ? language : undefined;
}
