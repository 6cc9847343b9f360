/** What somebody typed. */
export type Line =
	| { readonly kind: 'nothing' }
	| { readonly kind: 'text'; readonly text: string }
	/** `rest` is what follows the name, without the blanks around it. */
	| { readonly kind: 'command'; readonly name: string; readonly rest: string; readonly text: string };

/** Takes a typed line apart; names of commands are the same in capitals, as on the server. */
export function parseLine(typed: string): Line {
	const text = typed.trim();
	if (text === '') return { kind: 'nothing' };
	const [, name, rest = ''] = /^\/(\S*)(.*)$/s.exec(text) ?? [];
	return name === undefined ? { kind: 'text', text } : { kind: 'command', name: name.toLowerCase(), rest: rest.trim(), text };
}
