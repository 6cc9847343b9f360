import { expect, test } from '@jest/globals';
import { renderHelp } from '../../lib/helpMessage';
import { translator } from '../../lib/strings';

test('each word is explained, in both languages', () => {
	const say = `\n${renderHelp(translator('en')).text}\n\n${renderHelp(translator('pt-BR')).text}\n`;
	expect(say).toMatchInlineSnapshot(`
		"
		**What you can type**: \`/integrations\` shows which integrations post into this room and which listen to it. These words can follow, in any order:
		- \`list\`: the summary of this room, as without a word
		- \`incoming\`: only those that post here
		- \`outgoing\`: only those that listen here
		- \`enabled\`: only those that are switched on
		- \`disabled\`: only those that are switched off
		- \`here\`: only those that name this room, not those of all rooms
		- \`page\`: that page, for example \`page 2\`
		- \`private\`: the answer for you alone
		- \`share\`: the answer into the room
		- \`help\`: this text
		Examples: \`/integrations outgoing disabled\`, \`/integrations here private\`, \`/integrations page 2\`

		**O que você pode digitar**: \`/integrations\` mostra quais integrações publicam nesta sala e quais a escutam. Estas palavras podem vir depois, em qualquer ordem:
		- \`list\`: o resumo desta sala, como sem nenhuma palavra
		- \`incoming\`: somente as que publicam aqui
		- \`outgoing\`: somente as que escutam aqui
		- \`enabled\`: somente as ativadas
		- \`disabled\`: somente as desativadas
		- \`here\`: somente as que indicam esta sala, não as de todas as salas
		- \`page\`: essa página, por exemplo \`page 2\`
		- \`private\`: a resposta somente para você
		- \`share\`: a resposta para a sala
		- \`help\`: este texto
		Exemplos: \`/integrations outgoing disabled\`, \`/integrations here private\`, \`/integrations page 2\`
		"
	`);
});
