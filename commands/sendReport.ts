/** Sends a report as a file into the direct message of who asked and the app. */
import type { IModify, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { AnswerPorts } from '../lib/answer';
import { fail, success } from '../lib/failure';
import { type Destination, isUser } from '../lib/host/post';
import { sendFile } from '../lib/host/sendFile';
import { csvName, renderCsv } from '../lib/messages/renderCsv';
import { printQuery } from '../lib/query/printQuery';
import { now } from '../lib/util/clock';

/** What sends one; `context`: undefined where nobody asks. */
export function reportSender(
	{ read, modify }: { readonly read: IRead; readonly modify: IModify },
	context: Promise<{ readonly destination: Destination }> | undefined,
): AnswerPorts['sendFile'] {
	return async (report) => {
		const { caller, sender } = (await context)?.destination ?? {};
		if (!caller || !isUser(sender)) {
			return fail({ kind: sender === 'missing' ? 'appUserMissing' : 'hostSilent' });
		}
		const file = { name: csvName(report, now()), content: renderCsv(report) };
		const ports = { rooms: read.getRoomReader(), creator: modify.getCreator() };
		const sent = await sendFile(file, { from: sender, to: caller }, ports);
		if ('roomId' in sent) {
			return success({ file: file.name, roomId: sent.roomId });
		}
		const words = printQuery({ ...report.query, action: 'browse' });
		return fail(
			'denied' in sent
				? { kind: 'fileDenied', permission: sent.denied, words }
				: { kind: 'fileRefused', why: sent.refused, words },
		);
	};
}
