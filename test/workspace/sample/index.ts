import type { Workspace } from '../model';
import { documentedGuggy, guggy } from './guggy';
import { history } from './history';
import { hostile } from './hostile';
import { manyIntegrations } from './many';
import { named } from './named';
import { permissions, roles } from './roles';
import { rooms } from './rooms';
import { troubles, webhookMessages } from './troubles';
import { unnamed } from './unnamed';
import { users } from './users';

export { CANARY } from './documents';
export { documentedGuggy, guggy } from './guggy';
export { roleIds, roomIds, tokens, userIds } from './ids';
export { manyIntegrations } from './many';

/** The server's default settings. `Site_Url` is for whoever starts the server to set. */
const settings: Record<string, unknown> = {
	Site_Url: 'http://127.0.0.1:3000/',
	Language: 'en',
	Message_MaxAllowedSize: 5000,
	API_Default_Count: 50,
	API_Upper_Count_Limit: 100,
	API_Allow_Infinite_Count: true,
	API_Enable_Rate_Limiter: true,
	API_Enable_Rate_Limiter_Limit_Calls_Default: 10,
	API_Enable_Rate_Limiter_Limit_Time_Default: 60_000,
	FileUpload_Enabled: true,
	FileUpload_Enabled_Direct: true,
	FileUpload_MaxFileSize: 104_857_600,
	FileUpload_MediaTypeWhiteList: '',
	FileUpload_MediaTypeBlackList: 'image/svg+xml',
};

/** A workspace of its own at each call: tests change it as they like. What was posted in it was posted some hours ago. */
export function createSampleWorkspace(now = Date.now()): Workspace {
	const records = structuredClone({
		users,
		rooms,
		roles,
		permissions,
		integrations: [...manyIntegrations(60), ...hostile, ...unnamed, ...named, ...troubles, guggy, documentedGuggy],
		history,
		settings,
	});
	return { ...records, generation: '7', messages: webhookMessages(now), notices: [], uploads: [] };
}
