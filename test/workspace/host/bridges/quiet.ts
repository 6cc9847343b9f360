import { ApiBridge } from '@rocket.chat/apps-engine/server/bridges/ApiBridge';
import { AppActivationBridge } from '@rocket.chat/apps-engine/server/bridges/AppActivationBridge';
import { AppDetailChangesBridge } from '@rocket.chat/apps-engine/server/bridges/AppDetailChangesBridge';
import { EnvironmentalVariableBridge } from '@rocket.chat/apps-engine/server/bridges/EnvironmentalVariableBridge';
import { absent } from './absent';

function done(): Promise<void> {
	return Promise.resolve();
}

/** The server tells its clients and its other nodes; there are none. */
export class Activation extends AppActivationBridge {
	protected override appAdded = done;
	protected override appUpdated = done;
	protected override appRemoved = done;
	protected override appStatusChanged = done;
	protected override actionsChanged = done;
}

/** The server tells clients that look at the settings page; there are none. */
export class DetailChanges extends AppDetailChangesBridge {
	protected override onAppSettingsChange(): void {
		// Nobody listens.
	}
}

/** Apps have no endpoints of their own here; the engine still takes them away when it disables an app. */
export class Apis extends ApiBridge {
	protected override registerApi = absent('Api.registerApi');
	protected override unregisterApis = done;
}

/** No variable is readable, as on a server that allows none. */
export class Environment extends EnvironmentalVariableBridge {
	protected override getValueByName(name: string): Promise<string | undefined> {
		throw new Error(`The environmental variable "${name}" is not readable.`);
	}

	protected override isReadable = (): Promise<boolean> => Promise.resolve(false);
	protected override isSet = (): Promise<boolean> => Promise.resolve(false);
}
