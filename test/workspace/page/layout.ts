import { type Html, markup } from './markup';
import { sentences } from './sentences';

interface Document {
	readonly title: string;
	/** Below `/page/`, without the ending. */
	readonly script?: string;
	/** For the script: attributes of the body. */
	readonly data?: Html;
	readonly body: Html;
}

/** A whole document; it says first of all what it is not. */
export function layout({ title, script, data, body }: Document): Html {
	return markup`<!doctype html>
<html lang="en">
<head>
	<meta charset="utf-8">
	<meta name="viewport" content="width=device-width, initial-scale=1">
	<title>${title}</title>
	<link rel="icon" href="/page/icon.png">
	<link rel="stylesheet" href="/page/style.css">
	${script && markup`<script type="module" src="/page/${script}.js"></script>`}
</head>
<body ${data}>
	<header class="stand-in">${sentences.standIn}</header>
	${body}
	<div id="toasts" role="alert"></div>
</body>
</html>`;
}
