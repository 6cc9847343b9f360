import { type Html, markup } from './markup';

function icon(shape: Html): Html {
	return markup`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">${shape}</svg>`;
}

/** Simple shapes, drawn with the colour of the text around them. */
export const icons = {
	channel: icon(markup`<path d="M8 3 6 17M14 3l-2 14M3.5 7.5h13M3 12.5h13" />`),
	private: icon(markup`<rect x="4" y="9" width="12" height="8" rx="1.5" /><path d="M7 9V6.5a3 3 0 0 1 6 0V9" />`),
	team: icon(
		markup`<circle cx="7" cy="7" r="2.5" /><path d="M2 16c0-3 2-4.5 5-4.5s5 1.5 5 4.5M12 5a2.5 2.5 0 0 1 0 4.5M14 12c2.5.5 4 1.8 4 4" />`,
	),
	discussion: icon(markup`<path d="M4 4h12v9H9l-3.5 3.5V13H4z" />`),
	direct: icon(markup`<circle cx="10" cy="7" r="3" /><path d="M4 17c0-3.5 2.7-5 6-5s6 1.5 6 5" />`),
	menu: icon(markup`<path d="M3 5.5h14M3 10h14M3 14.5h14" />`),
	settings: icon(markup`<path d="M3 6h8M15 6h2M3 14h2M9 14h8" /><circle cx="13" cy="6" r="2" /><circle cx="7" cy="14" r="2" />`),
	close: icon(markup`<path d="m5 5 10 10M15 5 5 15" />`),
	send: icon(markup`<path d="M3.5 3.5 17 10 3.5 16.5 5.5 10z" /><path d="M5.5 10H11" />`),
	eye: icon(markup`<path d="M2 10s3-5.5 8-5.5S18 10 18 10s-3 5.5-8 5.5S2 10 2 10z" /><circle cx="10" cy="10" r="2.2" />`),
	file: icon(markup`<path d="M5 2.5h6l4 4v11H5zM11 2.5v4h4" />`),
	reset: icon(markup`<path d="M4 10a6 6 0 1 1 2 4.5" /><path d="M4 5v5h5" />`),
} as const;
