/** A message in words, as data: nothing is sent from here. */

/** A message as text, and the same in parts, for blocks. */
export interface Message {
	readonly text: string;
	/** Its paragraphs. A link may be left out here, because clients that show blocks have a button for it. */
	readonly sections: readonly string[];
	/** Small print under it: its page, its age. */
	readonly context: readonly string[];
}

/** Makes a message of paragraphs and small print. */
export function toMessage(sections: readonly string[], context: readonly string[] = []): Message {
	return {
		text: [...sections, ...context].join('\n'),
		sections,
		context,
	};
}

/** The message with a paragraph before it. */
export function withPreface({ text, sections, context }: Message, preface: string): Message {
	return {
		text: `${preface}\n${text}`,
		sections: [preface, ...sections],
		context,
	};
}
