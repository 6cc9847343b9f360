import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import { InternalBridge } from '@rocket.chat/apps-engine/server/bridges/InternalBridge';
import type { IInternalFederationBridge } from '@rocket.chat/apps-engine/server/bridges/IInternalFederationBridge';
import type { Workspace } from '../../model';
import { absent } from './absent';

/** What the engine itself asks, beside the apps. */
export class Internal extends InternalBridge {
	public constructor(private readonly workspace: Workspace) {
		super();
	}

	protected override getUsernamesOfRoomByIdSync(roomId: string): string[] {
		const members = this.workspace.rooms.find(({ id }) => id === roomId)?.members ?? [];
		return members.flatMap(({ userId }) => this.workspace.users.find(({ id }) => id === userId)?.username ?? []);
	}

	protected override getUsernamesOfRoomById(roomId: string): Promise<string[]> {
		return Promise.resolve(this.getUsernamesOfRoomByIdSync(roomId));
	}

	protected override getWorkspacePublicKey: () => Promise<ISetting> = absent('Internal.getWorkspacePublicKey');
}

/** The engine signs each app's record: any pair of keys will do; it is made while the app's process starts. */
export class Keys implements IInternalFederationBridge {
	private readonly pair = promisify(generateKeyPair)('rsa', {
		modulusLength: 2048,
		publicKeyEncoding: { type: 'spki', format: 'pem' },
		privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
	});

	public async getPrivateKey(): Promise<string> {
		return (await this.pair).privateKey;
	}

	public async getPublicKey(): Promise<string> {
		return (await this.pair).publicKey;
	}
}
