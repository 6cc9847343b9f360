import type { Workspace } from '../model';

/** A number among the server's settings; sections 1 and 5 name the defaults. */
export function numberSetting(workspace: Workspace, id: string, otherwise: number): number {
	const value = workspace.settings[id];
	return typeof value === 'number' && value > 0 ? value : otherwise;
}
