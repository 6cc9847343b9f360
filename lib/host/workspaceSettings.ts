/** Settings of the workspace that the app depends on. One that cannot be read has the server's default. Nothing here rejects. */
import { toText } from '../util/guards';
import type { HostPorts } from './ports';

/** What an answer depends on. */
export interface ServerSettings {
	/** `Site_Url`, without a slash at its end; empty where unknown. */
	readonly siteUrl: string;
	/** `Message_MaxAllowedSize`: the longest message, in UTF-16 units. */
	readonly messageLimit: number;
}

type Reader = HostPorts['serverSettings'];

/** Reads address and message limit. */
export async function readServerSettings(reader: Reader): Promise<ServerSettings> {
	const [siteUrl, messageLimit] = await Promise.all([readOrNot(reader, 'Site_Url'), readOrNot(reader, 'Message_MaxAllowedSize')]);
	return {
		siteUrl: toText(siteUrl).trim().replace(/\/+$/, ''),
		messageLimit: typeof messageLimit === 'number' && messageLimit > 0 ? messageLimit : 5000,
	};
}

/** Whether encrypted rooms take messages that are not encrypted, as an app's are; no where that cannot be read. */
export async function takesPlainText(reader: Reader): Promise<boolean> {
	const [isOn, isAllowed] = await Promise.all([
		readOrNot(reader, 'E2E_Enable'),
		readOrNot(reader, 'E2E_Allow_Unencrypted_Messages'),
	]);
	return isOn === false || isAllowed === true;
}

async function readOrNot(reader: Reader, id: string): Promise<unknown> {
	return reader.getValueById(id).catch(() => undefined);
}

/** Reads the language tag of the workspace (`Language`); undefined where it has none. */
export async function readLanguage(reader: Reader): Promise<string | undefined> {
	const language = await readOrNot(reader, 'Language');
	return typeof language === 'string' ? language : undefined;
}
