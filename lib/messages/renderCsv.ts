/** A report as a file: what `show` tells its reader, for programs. Names of columns and values are the same in every language. */
import { type Finding, severities } from '../integrations/finding';
import { channelsOf, placesOf, targetOf } from '../integrations/places';
import { answersInto, type Row } from '../integrations/reach';
import type { Report } from '../report/buildReport';
import { toCsv } from '../util/csv';

/** The content of the file, a line for each row of the report. docs/messages.md, "The file", lists the columns. */
export function renderCsv(report: Report): string {
	const line = (row: Row): string[] => {
		const named = places(row, report);
		return Object.values(columns).map((value) => value(row, report, named));
	};
	return toCsv([Object.keys(columns), ...report.rows.map(line)]);
}

/** The name of the file; `now`: epoch, milliseconds. */
export function csvName({ subject }: Pick<Report, 'subject'>, now: number): string {
	const title = subject.kind === 'workspace' || subject.kind === 'direct' ? subject.kind : subject.title;
	const about = title
		.normalize('NFC')
		.replace(/[^\p{L}\p{N}_.-]+/gu, '-')
		.slice(0, longestTitle);
	return `integrations-${about}-${new Date(now).toISOString().slice(0, 10)}.csv`;
}

/** UTF-16 units of a room's name that are kept. */
const longestTitle = 60;

/** Between the entries of a list within a cell: they may hold blanks, but no comma, at which the server splits what is entered. */
const separator = ', ';

/** `named`: the places that may be named. */
const columns: Readonly<Record<string, (row: Row, report: Report, named: readonly string[]) => string>> = {
	id: ({ integration }) => integration.id,
	name: ({ integration }) => integration.name,
	type: ({ integration }) => integration.type,
	state: ({ integration }) => (integration.enabled ? 'enabled' : 'disabled'),
	severity: (row, report) => found(row, report).map(({ kind }) => severities[kind])[0] ?? '',
	findings: (row, report) =>
		found(row, report)
			.map(({ kind }) => kind)
			.join(separator),
	reason: ({ reach }) => reach.reason,
	places: (_row, _report, named) => named.join(separator),
	other_places: ({ integration }, _report, named) => String(placesOf(integration).length - named.length),
	posts_as: ({ integration }) => integration.username,
	alias: ({ integration }) => integration.alias,
	event: ({ integration }) => (integration.type === 'outgoing' ? integration.event : ''),
	trigger_words: ({ integration }) => (integration.type === 'outgoing' ? integration.triggerWords.join(separator) : ''),
	targets: ({ integration }) =>
		integration.type === 'outgoing' ? integration.hosts.map((host) => host || 'unreadable').join(separator) : '',
	script: ({ integration }) => integration.script,
	created_by: ({ integration }) => integration.createdBy,
	created_at: ({ integration }) => integration.createdAt,
	updated_by: ({ integration }) => integration.updatedBy,
	updated_at: ({ integration }) => integration.updatedAt,
	link: ({ integration }, { links }) => links.get(integration.id) ?? '',
};

function found({ integration }: Row, { findings }: Report): readonly Finding[] {
	return findings.get(integration.id) ?? [];
}

/** All that it serves, for a workspace admin; for everybody else only what names this room, or all rooms of its kind. */
function places({ integration, reach }: Row, { audience, subject }: Report): readonly string[] {
	if (audience === 'admin' || subject.kind === 'workspace') {
		return placesOf(integration);
	}
	const elsewhere = new Set(reach.elsewhere);
	const own = new Set(channelsOf(integration).filter((channel) => !elsewhere.has(channel)));
	const isAnswered = integration.type === 'outgoing' && answersInto(integration, subject);
	const target = isAnswered ? targetOf(integration.targetRoom) : [];
	return placesOf(integration).filter((place) => own.has(place) || target.includes(place));
}
