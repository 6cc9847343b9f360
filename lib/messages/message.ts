/** What is said, ready to be posted. Plain data: nothing is sent from here. */

/** A message as text, and the same text in the parts that a client with blocks shows. */
export interface Message {
	readonly text: string;
	/** Its paragraphs, but for what a client with blocks has a button for. */
	readonly sections: readonly string[];
	/** What is said of the answer itself, under it: its page, its age. */
	readonly context: readonly string[];
}

/** A message of its paragraphs, one under the other. */
export function toMessage(sections: readonly string[], context: readonly string[] = []): Message {
	return {
		text: [...sections, ...context].join('\n'),
		sections,
		context,
	};
}

/** The message with a sentence before it. */
export function withPreface({ text, sections, context }: Message, preface: string): Message {
	return {
		text: `${preface}\n${text}`,
		sections: [preface, ...sections],
		context,
	};
}
