import { expect, test } from '@jest/globals';
import type { Details } from '../../lib/details';
import { renderDetails } from '../../lib/detailsMessage';
import { fail, success } from '../../lib/failure';
import { translator } from '../../lib/strings';
import { incoming, outgoing, place } from './builders';

const both = (details: Details) =>
	`\n${(['en', 'pt-BR'] as const).map((locale) => renderDetails(details, translator(locale)).text).join('\n\n')}\n`;
const reach = { reason: 'named', part: 'here', elsewhere: ['#hidden', '@ana'] } as const;

const rich = outgoing({
	id: 'ID1',
	name: 'Ticket mirror',
	enabled: false,
	alias: 'Tickets',
	emoji: ':ticket:',
	ownPicture: true,
	anywhere: true,
	onEdits: true,
	impersonates: true,
	targetRoom: '#hidden',
	retries: { count: 6, delay: 'powers-of-ten' },
	script: 'error',
	scriptError: { name: 'SyntaxError', line: 3 },
	updatedAt: '2025-03-04T05:06:07.000Z',
	updatedBy: 'li',
});

test('an outgoing one, for an admin', () => {
	const lastRun = success({ at: '2025-06-04T10:00:00.000Z', outcome: 'failed', step: 'after-http-call' } as const);
	const adminUrl = 'https://chat.example/admin/integrations/edit/outgoing/ID1';
	expect(both({ row: { integration: rich, reach }, place, audience: 'admin', lastRun, adminUrl })).toMatchInlineSnapshot(`
		"
		**\`Ticket mirror\`**, outgoing: listens here
		- State: **disabled**
		- Here because: it names this room
		- Also serves: \`#hidden\`, \`@ana\`
		- Fires: on \`!guggy\`, \`guggy\`, \`gif+\`
		- The words may stand anywhere in the message
		- Fires on edited messages, too
		- Sends to: \`text2gif.guggy.com\`
		- Its answers go to: \`#hidden\`
		- Tries again when a call fails: 6 times (\`powers-of-ten\`)
		- Its answers carry the name of the person who triggers it
		- Posts as: \`rocket.cat\`
		- Under the name: \`Tickets\`
		- With the emoji: \`:ticket:\`
		- With a picture of its own
		- Script: did not compile (\`SyntaxError\`, line 3)
		- Created: 2024-05-02 by \`ana\`
		- Last changed: 2025-03-04 by \`li\`
		- Last run: 2025-06-04 10:00 UTC, **failed** at the step \`after-http-call\`
		- Id: \`ID1\`
		- Not shown, because they are secrets: its token, its script, the full addresses that it sends to
		[Open in administration](https://chat.example/admin/integrations/edit/outgoing/ID1)

		**\`Ticket mirror\`**, de saída: escuta aqui
		- Estado: **desativada**
		- Está aqui porque: indica esta sala
		- Também atende: \`#hidden\`, \`@ana\`
		- Dispara: com \`!guggy\`, \`guggy\`, \`gif+\`
		- As palavras podem estar em qualquer lugar da mensagem
		- Dispara também em mensagens editadas
		- Envia para: \`text2gif.guggy.com\`
		- Suas respostas vão para: \`#hidden\`
		- Tenta de novo quando uma chamada falha: 6 vezes (\`powers-of-ten\`)
		- Suas respostas levam o nome da pessoa que a dispara
		- Publica como: \`rocket.cat\`
		- Com o nome: \`Tickets\`
		- Com o emoji: \`:ticket:\`
		- Com imagem própria
		- Script: não compilou (\`SyntaxError\`, linha 3)
		- Criada: 2024-05-02 por \`ana\`
		- Última alteração: 2025-03-04 por \`li\`
		- Última execução: 2025-06-04 10:00 UTC, **falhou** na etapa \`after-http-call\`
		- ID: \`ID1\`
		- Não mostrados, por serem segredos: seu token, seu script, os endereços completos para onde envia
		[Abrir na administração](https://chat.example/admin/integrations/edit/outgoing/ID1)
		"
	`);
});

test('the same for everybody else: other rooms are counted, not named', () => {
	const text = both({ row: { integration: rich, reach }, place, audience: 'caller', lastRun: fail({ kind: 'forbidden' }) });
	expect(text).not.toMatch(/hidden|@ana|https:/);
	expect(text).toMatchInlineSnapshot(`
		"
		**\`Ticket mirror\`**, outgoing: listens here
		- State: **disabled**
		- Here because: it names this room
		- Also serves 2 other places; a workspace admin sees which
		- Fires: on \`!guggy\`, \`guggy\`, \`gif+\`
		- The words may stand anywhere in the message
		- Fires on edited messages, too
		- Sends to: \`text2gif.guggy.com\`
		- Its answers go to another room; a workspace admin sees which
		- Tries again when a call fails: 6 times (\`powers-of-ten\`)
		- Its answers carry the name of the person who triggers it
		- Posts as: \`rocket.cat\`
		- Under the name: \`Tickets\`
		- With the emoji: \`:ticket:\`
		- With a picture of its own
		- Script: did not compile (\`SyntaxError\`, line 3)
		- Created: 2024-05-02 by \`ana\`
		- Last changed: 2025-03-04 by \`li\`
		- Last run: could not be looked up (the app's user may not see it)
		- Id: \`ID1\`
		- Not shown, because they are secrets: its token, its script, the full addresses that it sends to

		**\`Ticket mirror\`**, de saída: escuta aqui
		- Estado: **desativada**
		- Está aqui porque: indica esta sala
		- Também atende 2 outros lugares; um administrador do workspace vê quais
		- Dispara: com \`!guggy\`, \`guggy\`, \`gif+\`
		- As palavras podem estar em qualquer lugar da mensagem
		- Dispara também em mensagens editadas
		- Envia para: \`text2gif.guggy.com\`
		- Suas respostas vão para outra sala; um administrador do workspace vê qual
		- Tenta de novo quando uma chamada falha: 6 vezes (\`powers-of-ten\`)
		- Suas respostas levam o nome da pessoa que a dispara
		- Publica como: \`rocket.cat\`
		- Com o nome: \`Tickets\`
		- Com o emoji: \`:ticket:\`
		- Com imagem própria
		- Script: não compilou (\`SyntaxError\`, linha 3)
		- Criada: 2024-05-02 por \`ana\`
		- Última alteração: 2025-03-04 por \`li\`
		- Última execução: não pôde ser consultada (o usuário do aplicativo não pode vê-la)
		- ID: \`ID1\`
		- Não mostrados, por serem segredos: seu token, seu script, os endereços completos para onde envia
		"
	`);
});

test('an incoming one, with little known of it', () => {
	const integration = incoming({
		name: '',
		username: '',
		createdAt: '',
		createdBy: '',
		redirectable: true,
		script: 'on',
		scriptEngine: 'isolated-vm',
	});
	expect(both({ row: { integration, reach: { reason: 'namedById', part: 'here', elsewhere: [] } }, place, audience: 'caller' }))
		.toMatchInlineSnapshot(`
		"
		**_unnamed_**, incoming: posts here
		- State: enabled
		- Here because: named by its id
		- May be redirected: whoever calls it can name any room
		- Script: on (\`isolated-vm\`)
		- Created: …
		- Last changed: 2024-05-02
		- Id: \`id1\`
		- Not shown, because they are secrets: its token and webhook URL, its script, the address of its picture

		**_sem nome_**, de entrada: publica aqui
		- Estado: ativada
		- Está aqui porque: indicada pelo ID
		- Pode ser redirecionada: quem a chama pode indicar qualquer sala
		- Script: ligado (\`isolated-vm\`)
		- Criada: …
		- Última alteração: 2024-05-02
		- ID: \`id1\`
		- Não mostrados, por serem segredos: seu token e a URL do webhook, seu script, o endereço de sua imagem
		"
	`);
});

test.each([
	[success(undefined)],
	[success({ at: '2025-06-04T10:00:00.000Z', outcome: 'succeeded', step: '' } as const)],
	[success({ at: '2025-06-04T10:00:00.000Z', outcome: 'unfinished', step: 'before-http-call' } as const)],
	[fail({ kind: 'tooSlow', seconds: 9 })],
])('the last run: %j', (lastRun) => {
	const text = both({ row: { integration: outgoing(), reach }, place, audience: 'caller', lastRun });
	expect(
		text
			.split('\n')
			.filter((line) => /run|execução/.test(line))
			.join('\n'),
	).toMatchSnapshot();
});

test('hostile names neither mention nor break the lines', () => {
	const name = '@all\n`x` **y** [z](javascript:alert(1)) https://evil.example';
	const integration = outgoing({
		...rich,
		name,
		username: name,
		alias: name,
		emoji: name,
		createdBy: name,
		updatedBy: name,
		event: name,
		triggerWords: [name],
		hosts: [name],
		targetRoom: name,
		scriptEngine: name,
	});
	const { text } = renderDetails(
		{ row: { integration, reach: { ...reach, elsewhere: [name] } }, place, audience: 'admin' },
		translator('en'),
	);
	const outside = text.replace(/`[^`\n]*`/g, '');
	expect(outside).not.toMatch(/@all|https:|javascript|\*\*y/);
	expect(text.match(/(^|\s|>)@\w+/g)).toBeNull();
});
