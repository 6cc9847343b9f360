import type { ExperimentalBridge as Experimental } from '@rocket.chat/apps-engine/server/bridges/ExperimentalBridge';

/** What older engines do not know yet: bridges that the workspace leaves out anyway. */
const missing = Function as unknown as typeof Experimental;

export { missing as ExperimentalBridge, missing as OutboundMessageBridge };
