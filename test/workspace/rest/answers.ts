import type { ContentfulStatusCode } from 'hono/utils/http-status';

export type Body = Readonly<Record<string, unknown>>;

export interface Answer {
	readonly status: ContentfulStatusCode;
	readonly body: Body;
}

/** Thrown to refuse a request; app.ts sends the answer that it carries. */
export class Refusal extends Error {
	public constructor(public readonly answer: Answer) {
		super(`Answered with ${answer.status}`);
	}
}

/** The answer that is no refusal; section 1, "Success body": `success` comes last. */
export function success(body: Body): Answer {
	return { status: 200, body: { ...body, success: true } };
}

/** A refusal that the server writes out itself; sections 1, 5 and 13. Only some have a type. */
export function plainRefusal(status: ContentfulStatusCode, error: string, errorType?: string): Refusal {
	return new Refusal({ status, body: { success: false, error, ...(errorType && { errorType }) } });
}

/** What a `Meteor.Error` becomes; section 1, "Errors": the code follows the reason in brackets. */
export function meteorRefusal(errorType: string, reason: string, details?: Body): Refusal {
	const body = { success: false, error: `${reason} [${errorType}]`, errorType, ...(details && { details }) };
	return new Refusal({ status: 400, body });
}
