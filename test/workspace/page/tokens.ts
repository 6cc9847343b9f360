import { readFileSync } from 'node:fs';

type Values = Readonly<Record<string, string>>;
type Themes = Readonly<Record<'light' | 'dark', Values>>;

/** Where Rocket.Chat's design system keeps its colours; each group is a file of its own. */
const files = {
	surface: require.resolve('@rocket.chat/fuselage-tokens/dist/surface.json'),
	font: require.resolve('@rocket.chat/fuselage-tokens/dist/font.json'),
	stroke: require.resolve('@rocket.chat/fuselage-tokens/dist/stroke.json'),
	button: require.resolve('@rocket.chat/fuselage-tokens/dist/button.json'),
	status: require.resolve('@rocket.chat/fuselage-tokens/dist/status.json'),
} as const;

function kebab(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function read(file: string): Themes {
	return JSON.parse(readFileSync(file, 'utf8')) as Themes;
}

function properties(theme: 'light' | 'dark'): string {
	const groups = Object.entries(files).map(([group, file]) => [group, read(file)[theme]] as const);
	return groups
		.flatMap(([group, values]) => Object.entries(values).map(([name, value]) => `--${group}-${kebab(name)}: ${value};`))
		.join(' ');
}

/** The design system's colours as custom properties, light or dark as the browser is. */
export function tokensCss(): string {
	return `:root { ${properties('light')} }\n@media (prefers-color-scheme: dark) { :root { ${properties('dark')} } }\n`;
}
