import { hasPermission } from '../host/permissions';
import { appTextsIn } from './appTexts';
import { icons } from './icons';
import type { Inhabited } from './inhabited';
import { type Html, markup } from './markup';
import { sentences } from './sentences';
import { languageOf, type Visitor } from './visitor';

/** Where Rocket.Chat has a sentence in the place of the composer. */
function refusalOf({ workspace }: Inhabited, { user, room }: Visitor): string | undefined {
	if (room.archived) return sentences.archived;
	return room.readOnly && !hasPermission(workspace, user, 'post-readonly', room) ? sentences.readOnly : undefined;
}

/** The commands of the workspace, each with what it takes and what it does, in the reader's language. */
function completions(inhabited: Inhabited, { user }: Visitor): Html[] {
	const { host, workspace } = inhabited;
	const language = languageOf(user, workspace);
	const text = appTextsIn(inhabited, language);
	return [...host.bridges.commands.registered.values()].map(
		({ command, params, description }, index) =>
			markup`<li role="option" id="completion-${index}" data-command="/${command}" aria-selected="false">
				<b>/${command}</b> <span lang="${language}"><span class="params">${text(params)}</span><span class="description">${text(description)}</span></span></li>`,
	);
}

/** Where messages and commands are typed, in every room: where Rocket.Chat has no field, the REST API takes them. */
export function composer(inhabited: Inhabited, visitor: Visitor, label: string): Html {
	const refusal = refusalOf(inhabited, visitor);
	const placeholder = refusal === undefined ? sentences.placeholder(label) : sentences.overRest;
	return markup`${refusal && markup`<p class="no-composer">${refusal} ${sentences.noComposer}</p>`}<form class="composer" id="composer">
		<ul class="completions" id="completions" role="listbox" aria-label="${sentences.commands}" hidden>${completions(inhabited, visitor)}</ul>
		<label class="hidden" for="message">${sentences.message}</label>
		<textarea id="message" rows="1" placeholder="${placeholder}" autocomplete="off" aria-autocomplete="list"
			aria-controls="completions"></textarea>
		<button type="submit" class="icon-button" aria-label="${sentences.send}">${icons.send}</button>
	</form>
	<p class="working" id="working" role="status"></p>`;
}
