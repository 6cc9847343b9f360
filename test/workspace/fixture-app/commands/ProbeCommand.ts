import { readFileSync } from 'fs';
import type { IHttp, IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';

interface Host {
	readonly context: SlashCommandContext;
	readonly read: IRead;
	readonly http: IHttp;
	readonly modify: IModify;
}

/** Posts a file with a text into the room: as the app, as the caller, or as nobody. */
async function upload({ context, modify }: Host, [filename = '', text = '', as = 'app']: string[]): Promise<unknown> {
	const user = as === 'me' ? context.getSender() : null;
	const descriptor = { filename, room: context.getRoom(), ...(as !== 'app' && { user }) };
	return modify.getCreator().getUploadCreator().uploadBuffer(Buffer.from(text), descriptor);
}

/** What the caller can ask the host; each answer is told to the caller as JSON. */
const PROBES: Record<string, (host: Host, rest: string[]) => Promise<unknown>> = {
	setting: ({ read }, [id = '']) => read.getEnvironmentReader().getSettings().getValueById(id),
	server: ({ read }, [id = '']) => read.getEnvironmentReader().getServerSettings().getValueById(id),
	http: async ({ http }, [url = '', timeout = '1000']) => {
		const answer = await http.get(url, { timeout: Number(timeout), params: { roomId: 'r', empty: '', zero: '0' } });
		return { status: answer.statusCode, data: answer.data as unknown, content: answer.content };
	},
	unread: ({ read, context }, [userId = '']) => read.getRoomReader().getUserUnreadMessageCount(context.getRoom().id, userId),
	owners: async ({ read, context }) => (await read.getRoomReader().getOwners(context.getRoom().id)).map((user) => user.username),
	role: ({ read }, [id = '']) => read.getRoleReader().getOneByIdOrName(id, 'fixture'),
	room: ({ context }) => Promise.resolve({ ...context.getRoom() }),
	roombyid: ({ read }, [id = '']) => read.getRoomReader().getById(id),
	file: (_, [path = '']) => Promise.resolve().then(() => readFileSync(path, 'utf8')),
	environment: () => Promise.resolve(Object.keys(process.env)),
	upload,
	uploaded: async ({ read }, [id = '']) => (await read.getUploadReader().getBufferById(id)).toString(),
	sender: ({ context }) => Promise.resolve(context.getSender()),
};

export class ProbeCommand implements ISlashCommand {
	public command = 'probe';
	public i18nParamsExample = '';
	public i18nDescription = 'command_probe';
	public providesPreview = false;

	public async executor(context: SlashCommandContext, read: IRead, modify: IModify, http: IHttp): Promise<void> {
		const [word = '', ...rest] = context.getArguments();
		const probe = PROBES[word];
		const message = modify.getCreator().startMessage().setRoom(context.getRoom()).setParseUrls(false);
		const threadId = context.getThreadId();
		if (threadId) message.setThreadId(threadId);
		if (!probe) {
			await modify.getCreator().finish(message.setText([word, ...rest].join(' ')));
			return;
		}
		const answer = await probe({ context, read, http, modify }, rest).then(
			(value) => ({ value }),
			(error: unknown) => ({ error: error instanceof Error ? error.message : String(error) }),
		);
		message.setText(JSON.stringify(answer));
		await modify.getNotifier().notifyUser(context.getSender(), message.getMessage());
	}
}
