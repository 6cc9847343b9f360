import { AppBridges } from '@rocket.chat/apps-engine/server/bridges/AppBridges';
import { CloudWorkspaceBridge } from '@rocket.chat/apps-engine/server/bridges/CloudWorkspaceBridge';
import { ContactBridge } from '@rocket.chat/apps-engine/server/bridges/ContactBridge';
import { EmailBridge } from '@rocket.chat/apps-engine/server/bridges/EmailBridge';
import { ExperimentalBridge } from '@rocket.chat/apps-engine/server/bridges/ExperimentalBridge';
import type { IListenerBridge } from '@rocket.chat/apps-engine/server/bridges/IListenerBridge';
import { LivechatBridge } from '@rocket.chat/apps-engine/server/bridges/LivechatBridge';
import { ModerationBridge } from '@rocket.chat/apps-engine/server/bridges/ModerationBridge';
import { OAuthAppsBridge } from '@rocket.chat/apps-engine/server/bridges/OAuthAppsBridge';
import { OutboundMessageBridge } from '@rocket.chat/apps-engine/server/bridges/OutboundMessagesBridge';
import { ThreadBridge } from '@rocket.chat/apps-engine/server/bridges/ThreadBridge';
import { VideoConferenceBridge } from '@rocket.chat/apps-engine/server/bridges/VideoConferenceBridge';
import type { Workspace } from '../../model';
import { absentBridge } from './absent';
import { Commands } from './commands';
import { Http } from './http';
import { Interactions } from './interactions';
import { Internal, Keys } from './internal';
import { Messages } from './messages';
import { Persistence } from './persistence';
import { Activation, Apis, DetailChanges, Environment } from './quiet';
import { Roles } from './roles';
import { Rooms } from './rooms';
import { Scheduler } from './scheduler';
import { ServerSettings } from './settings';
import { Uploads } from './uploads';
import { Users } from './users';

/** One bridge of a kind, made once. */
function always<T>(bridge: T): () => T {
	return () => bridge;
}

/** Every way from the engine into the workspace. */
export class Bridges extends AppBridges {
	public readonly commands = new Commands();
	public readonly persistence = new Persistence();
	public readonly scheduler = new Scheduler();
	public readonly interactions: Interactions;

	public override readonly getMessageBridge: () => Messages;
	public override readonly getRoomBridge: () => Rooms;
	public override readonly getUserBridge: () => Users;
	public override readonly getRoleBridge: () => Roles;
	public override readonly getServerSettingBridge: () => ServerSettings;
	public override readonly getInternalBridge: () => Internal;
	public override readonly getUiInteractionBridge: () => Interactions;
	public override readonly getUploadBridge: () => Uploads;

	public override readonly getCommandBridge = always(this.commands);
	public override readonly getPersistenceBridge = always(this.persistence);
	public override readonly getSchedulerBridge = always(this.scheduler);
	public override readonly getHttpBridge = always(new Http());
	public override readonly getInternalFederationBridge = always(new Keys());
	public override readonly getAppActivationBridge = always(new Activation());
	public override readonly getAppDetailChangesBridge = always(new DetailChanges());
	public override readonly getApiBridge = always(new Apis());
	public override readonly getEnvironmentalVariableBridge = always(new Environment());

	public override readonly getCloudWorkspaceBridge = always(absentBridge(CloudWorkspaceBridge));
	public override readonly getContactBridge = always(absentBridge(ContactBridge));
	public override readonly getEmailBridge = always(absentBridge(EmailBridge));
	public override readonly getExperimentalBridge = always(absentBridge(ExperimentalBridge));
	public override readonly getLivechatBridge = always(absentBridge(LivechatBridge));
	public override readonly getModerationBridge = always(absentBridge(ModerationBridge));
	public override readonly getOAuthAppsBridge = always(absentBridge(OAuthAppsBridge));
	public override readonly getOutboundMessageBridge = always(absentBridge(OutboundMessageBridge));
	public override readonly getThreadBridge = always(absentBridge(ThreadBridge));
	public override readonly getVideoConferenceBridge = always(absentBridge(VideoConferenceBridge));
	/** The server's listeners call the engine, not the other way round; tests do so themselves. */
	public override readonly getListenerBridge = (): IListenerBridge => {
		throw new Error('ListenerBridge is not part of this workspace');
	};

	public constructor(workspace: Workspace) {
		super();
		this.interactions = new Interactions(workspace);
		this.getUiInteractionBridge = always(this.interactions);
		this.getMessageBridge = always(new Messages(workspace));
		this.getRoomBridge = always(new Rooms(workspace));
		this.getUserBridge = always(new Users(workspace));
		this.getRoleBridge = always(new Roles(workspace));
		this.getServerSettingBridge = always(new ServerSettings(workspace));
		this.getInternalBridge = always(new Internal(workspace));
		this.getUploadBridge = always(new Uploads(workspace));
	}
}
