/** Where a file is, and what is missing in it, in words. */
import type { Exported } from '../answer';
import { code } from '../util/inlineCode';
import { gapLines } from './gapLines';
import { type Message, toMessage } from './message';
import { linked } from './names';
import type { Translate } from './translate';

/** UTF-16 units of a file's name that are shown. */
const longestName = 100;

/** The private message for who asked for it. */
export function renderExported({ report, file, url }: Exported, t: Translate): Message {
	const place = linked(t('export_place'), url);
	return toMessage([
		t('export_done', { file: code(file, longestName), count: report.rows.length, place }),
		...gapLines(report, t),
	]);
}
