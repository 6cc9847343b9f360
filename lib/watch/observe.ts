/** Looks at a room for what is kept of it: by the workspace's list alone, so that one reading serves all rooms. */
import { type AskedRoom, kindOf, lookUpRoom } from '../host/lookUpRoom';
import type { HostPorts } from '../host/ports';
import { type Result, success } from '../failure';
import { composeRows } from '../report/compose';
import type { InspectPorts } from '../report/inspect';
import { combineLists } from '../rest/combineLists';
import type { List } from '../rest/paging';
import { mostKept, type Snapshot, toKept, viewOf } from './snapshot';

/** What a room is looked at with. */
export interface ObservePorts extends InspectPorts, Pick<HostPorts, 'users'> {}

/** What is looked at. */
export interface Look {
	readonly room: AskedRoom;
	/** The workspace's list, whole. */
	readonly list: List;
	readonly includeGlobal: boolean;
	/** What was kept before, if anything was. */
	readonly before: Snapshot | undefined;
	/** The id of who switched it on, or asks. */
	readonly caller: string;
}

/** What is there now. Fails in omnichannel rooms. */
export async function observe(look: Look, ports: ObservePorts): Promise<Result<Snapshot, 'omnichannelRoom'>> {
	const { room, list, includeGlobal, before, caller } = look;
	const kind = kindOf(room);
	if (!kind.ok) {
		return kind;
	}
	const place = await lookUpRoom(room, kind.value, ports.users);
	const workspace = success({ value: list, age: 0 });
	const fetched = combineLists({ room: undefined, workspace, fillsUp: false }, place, includeGlobal);
	const { rows, inspection } = await composeRows(fetched, { place, caller }, ports);
	const { findings, unchecked } = inspection;
	const isKnown = unchecked.people === 0 && unchecked.rights === 0;
	return success({
		view: viewOf(ports.source.identity, includeGlobal),
		isSure: isKnown || before?.isSure === true,
		at: ports.now(),
		rows: toKept(rows, findings, isKnown ? undefined : before?.rows),
		more: Math.max(0, rows.length - mostKept),
	});
}
