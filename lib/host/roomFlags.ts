/** What the engine's record of a room says of who may write there. */
import { type Fields, isRecord, toTexts } from '../util/guards';

/** The flags of a room; `muted`, `unmuted`: usernames. */
export interface RoomFlags {
	readonly archived: boolean;
	readonly encrypted: boolean;
	readonly readOnly: boolean;
	readonly muted: readonly string[];
	/** Who may write although the room is read-only. */
	readonly unmuted: readonly string[];
}

/** Reads the flags: some are fields of the record, others among those that the engine does not name. */
export function readRoomFlags(room: { readonly isReadOnly?: unknown }): RoomFlags {
	const unnamed: Fields = '_unmappedProperties_' in room && isRecord(room._unmappedProperties_) ? room._unmappedProperties_ : {};
	return {
		archived: unnamed.archived === true,
		encrypted: unnamed.encrypted === true,
		readOnly: room.isReadOnly === true,
		muted: toTexts(unnamed.muted) ?? [],
		unmuted: toTexts(unnamed.unmuted) ?? [],
	};
}
