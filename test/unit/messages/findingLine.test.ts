import { describe, expect, test } from '@jest/globals';
import { type Finding, severities } from '../../../lib/integrations/finding';
import { findingLine, shortFinding } from '../../../lib/messages/findingLine';
import { type Locale, translator } from '../../../lib/messages/translate';
import { writer } from '../../../lib/messages/nameWidths';
import { everyLocale } from '../../support/builders';
import { eachFinding, findingsNaming, hostileNames, outsideCode } from '../../support/troubled';

const layout = { width: 60, named: 5, brief: false };
function lines(findings: readonly Finding[], locale: Locale) {
	return findings.map((finding) => findingLine(finding, writer(layout, translator(locale))));
}
function draw(texts: readonly string[]) {
	return `\n${texts.join('\n')}\n`;
}

describe('each with its severity, its reason and its cure', () => {
	test('in English', () => {
		expect(draw(lines(eachFinding, 'en'))).toMatchInlineSnapshot(`
		"
		- **broken**: its script does not compile. Who made it, or a workspace admin, can correct the script in the administration and save it.
		- **broken**: its script is switched on, but was never compiled. Who made it, or a workspace admin, can save it anew in the administration: that compiles it.
		- **broken**: it has no address to send to. Who made it, or a workspace admin, can enter one in the administration.
		- **broken**: its last run failed, 2025-06-04 10:00 UTC, at the step \`after-http-call\`. A workspace admin finds the answer of its target in its history, in the administration.
		- **broken**: \`gina\`, as whom it posts, does not exist any more. A workspace admin can choose somebody else to post as.
		- **broken**: \`dora\`, as whom it posts, is deactivated. A workspace admin can activate the user, or choose somebody else to post as.
		- **broken**: it posts as \`watchdog\`, who is called \`monitor\` by now. A workspace admin can choose the new name to post as, and save it.
		- **broken**: \`gina\`, who made it, does not exist any more. A workspace admin can find out whether it is still needed, and make it anew or delete it.
		- **broken**: \`dora\`, who made it, is deactivated. A workspace admin can find out whether it is still needed, and make it anew or delete it.
		- **exposed**: it sends to \`plain.example\`, \`10.0.0.5:3000\` unencrypted (\`http://\`). Who made it, or a workspace admin, can change the address to \`https://\`, where the target takes that.
		- **exposed**: it has no trigger words, so it gets every message of this private room. Who made it, or a workspace admin, can give it trigger words.
		- **exposed**: it has no trigger words, so it gets every message. Who made it, or a workspace admin, can give it trigger words.
		- **exposed**: it listens in all private groups. A workspace admin can name the rooms that it is for instead.
		- **exposed**: it listens in all direct messages. A workspace admin can name the people that it is for instead.
		- **exposed**: whoever calls it can have it post into any room that the user it posts as may see. Who made it, or a workspace admin, can switch off that its callers may name another channel.
		- **exposed**: its answers carry the name of the person who triggers it. Who made it, or a workspace admin, can switch the impersonation off.
		- **worth a look**: it is switched off, and was last changed on 2025-03-02. Who made it, or a workspace admin, can switch it on, or delete it if nobody needs it.
		- **worth a look**: \`Same words\` fires on \`!echo\`, too. If both were not meant to answer, who made them can give one of them other words.
		- **worth a look**: it sends to the same address twice. Who made it, or a workspace admin, can take one of the two away.
		- **worth a look**: its script may run otherwise from server version 9.0 on. Who made it can write it so that it needs no transpiling, and switch that off before the update.
		"
	`);
	});

	test('in Portuguese', () => {
		expect(draw(lines(eachFinding, 'pt-BR'))).toMatchInlineSnapshot(`
		"
		- **com defeito**: seu script não compila. Quem a criou, ou um administrador do workspace, pode corrigir o script na administração e salvá-lo.
		- **com defeito**: seu script está ligado, mas nunca foi compilado. Quem a criou, ou um administrador do workspace, pode salvá-la de novo na administração: isso o compila.
		- **com defeito**: não tem endereço para onde enviar. Quem a criou, ou um administrador do workspace, pode informar um na administração.
		- **com defeito**: sua última execução falhou, 2025-06-04 10:00 UTC, na etapa \`after-http-call\`. Um administrador do workspace encontra a resposta do destino no histórico dela, na administração.
		- **com defeito**: \`gina\`, em cujo nome publica, não existe mais. Um administrador do workspace pode escolher outra pessoa em cujo nome publicar.
		- **com defeito**: \`dora\`, em cujo nome publica, está desativado. Um administrador do workspace pode ativar o usuário, ou escolher outra pessoa em cujo nome publicar.
		- **com defeito**: publica como \`watchdog\`, que agora se chama \`monitor\`. Um administrador do workspace pode escolher o novo nome para publicar e salvá-la.
		- **com defeito**: \`gina\`, que a criou, não existe mais. Um administrador do workspace pode verificar se ainda é necessária, e criá-la de novo ou excluí-la.
		- **com defeito**: \`dora\`, que a criou, está desativado. Um administrador do workspace pode verificar se ainda é necessária, e criá-la de novo ou excluí-la.
		- **exposta**: envia para \`plain.example\`, \`10.0.0.5:3000\` sem criptografia (\`http://\`). Quem a criou, ou um administrador do workspace, pode mudar o endereço para \`https://\`, se o destino aceitar.
		- **exposta**: não tem palavras de gatilho, por isso recebe toda mensagem desta sala privada. Quem a criou, ou um administrador do workspace, pode dar-lhe palavras de gatilho.
		- **exposta**: não tem palavras de gatilho, por isso recebe toda mensagem. Quem a criou, ou um administrador do workspace, pode dar-lhe palavras de gatilho.
		- **exposta**: escuta em todos os grupos privados. Um administrador do workspace pode indicar, em vez disso, as salas para as quais serve.
		- **exposta**: escuta em todas as mensagens diretas. Um administrador do workspace pode indicar, em vez disso, as pessoas para as quais serve.
		- **exposta**: quem a chama pode fazê-la publicar em qualquer sala que o usuário com que publica possa ver. Quem a criou, ou um administrador do workspace, pode desligar que quem a chama indique outro canal.
		- **exposta**: suas respostas levam o nome da pessoa que a dispara. Quem a criou, ou um administrador do workspace, pode desligar a personificação.
		- **vale conferir**: está desativada, e foi alterada pela última vez em 2025-03-02. Quem a criou, ou um administrador do workspace, pode ativá-la, ou excluí-la se ninguém precisar dela.
		- **vale conferir**: \`Same words\` também dispara com \`!echo\`. Se as duas não devem responder, quem as criou pode dar outras palavras a uma delas.
		- **vale conferir**: envia duas vezes para o mesmo endereço. Quem a criou, ou um administrador do workspace, pode tirar um dos dois.
		- **vale conferir**: seu script pode rodar de outro modo a partir da versão 9.0 do servidor. Quem a criou pode escrevê-lo de modo que não precise de transpilação, e desligá-la antes da atualização.
		"
	`);
	});

	test.each(everyLocale)('no sentence is another one’s, and none lacks a word (%s)', (locale) => {
		const all = lines(eachFinding, locale);
		expect(new Set(all).size).toBe(Object.keys(severities).length);
		expect(all.filter((line) => /[{}]|finding_|cure_|severity_|undefined/.test(line))).toEqual([]);
	});
});

describe('in a few words', () => {
	const short = (locale: Locale) => eachFinding.map((finding) => shortFinding(finding, false, translator(locale)));

	test('in English', () => {
		expect(draw(short('en'))).toMatchInlineSnapshot(`
		"
		**broken**: script does not compile
		**broken**: script never compiled
		**broken**: no target
		**broken**: last run failed
		**broken**: post-as user is gone
		**broken**: post-as user deactivated
		**broken**: post-as user renamed
		**broken**: creator is gone
		**broken**: creator deactivated
		**exposed**: unencrypted target
		**exposed**: hears every message
		**exposed**: hears every message
		**exposed**: all private groups
		**exposed**: all direct messages
		**exposed**: may post elsewhere
		**exposed**: answers in others' names
		**worth a look**: switched off
		**worth a look**: same trigger words
		**worth a look**: same target twice
		**worth a look**: script changes with 9.0
		"
	`);
	});

	test('in Portuguese', () => {
		expect(draw(short('pt-BR'))).toMatchInlineSnapshot(`
		"
		**com defeito**: script não compila
		**com defeito**: script nunca compilado
		**com defeito**: sem destino
		**com defeito**: última execução falhou
		**com defeito**: usuário que publica sumiu
		**com defeito**: usuário que publica inativo
		**com defeito**: usuário que publica renomeado
		**com defeito**: criador sumiu
		**com defeito**: criador desativado
		**exposta**: destino sem criptografia
		**exposta**: ouve toda mensagem
		**exposta**: ouve toda mensagem
		**exposta**: todos os grupos privados
		**exposta**: todas as mensagens diretas
		**exposta**: pode publicar em outra sala
		**exposta**: responde em nome de outros
		**vale conferir**: desligada
		**vale conferir**: mesmas palavras de gatilho
		**vale conferir**: mesmo destino duas vezes
		**vale conferir**: script muda com a 9.0
		"
	`);
	});

	test('where the reader knows it already: only how bad it is', () => {
		const known = (['en', 'pt-BR'] as const).flatMap((locale) => [
			...new Set(eachFinding.map((finding) => shortFinding(finding, true, translator(locale)))),
		]);
		expect(known).toEqual([
			'**broken**',
			'**exposed**',
			'**worth a look**',
			'**com defeito**',
			'**exposta**',
			'**vale conferir**',
		]);
	});

	test.each(everyLocale)('short enough for a row (%s)', (locale) => {
		expect(Math.max(...short(locale).map((text) => text.length))).toBeLessThanOrEqual(46);
	});
});

describe('names do nothing', () => {
	test.each(hostileNames)('%.20j', (name) => {
		for (const locale of everyLocale) {
			const plain = lines(findingsNaming('CANARY'), locale).map(outsideCode);
			// Of the sentences nothing changes but what stands in code.
			expect(lines(findingsNaming(name), locale).map(outsideCode)).toEqual(plain);
			const text = lines(findingsNaming(name), locale).join('\n');
			expect(text.split('\n')).toHaveLength(plain.length);
			expect(text.match(/(^|[\s>])[@#]\w/g)).toBeNull();
			expect(Math.max(...lines(findingsNaming(name), locale).map((line) => line.length))).toBeLessThan(600);
		}
	});

	test('of one that cannot be seen an ellipsis stands there; one without a name says so', () => {
		expect(draw([...lines(findingsNaming(''), 'en'), ...lines(findingsNaming('\u202e\n'), 'pt-BR')])).toMatchInlineSnapshot(`
		"
		- **broken**: its last run failed, 2025-06-04 10:00 UTC, at the step …. A workspace admin finds the answer of its target in its history, in the administration.
		- **broken**: …, as whom it posts, does not exist any more. A workspace admin can choose somebody else to post as.
		- **broken**: …, as whom it posts, is deactivated. A workspace admin can activate the user, or choose somebody else to post as.
		- **broken**: it posts as …, who is called … by now. A workspace admin can choose the new name to post as, and save it.
		- **broken**: …, who made it, does not exist any more. A workspace admin can find out whether it is still needed, and make it anew or delete it.
		- **broken**: …, who made it, is deactivated. A workspace admin can find out whether it is still needed, and make it anew or delete it.
		- **exposed**: it sends to …, …, …, …, … +295 unencrypted (\`http://\`). Who made it, or a workspace admin, can change the address to \`https://\`, where the target takes that.
		- **worth a look**: _unnamed_ fires on …, too. If both were not meant to answer, who made them can give one of them other words.
		- **com defeito**: sua última execução falhou, 2025-06-04 10:00 UTC, na etapa …. Um administrador do workspace encontra a resposta do destino no histórico dela, na administração.
		- **com defeito**: …, em cujo nome publica, não existe mais. Um administrador do workspace pode escolher outra pessoa em cujo nome publicar.
		- **com defeito**: …, em cujo nome publica, está desativado. Um administrador do workspace pode ativar o usuário, ou escolher outra pessoa em cujo nome publicar.
		- **com defeito**: publica como …, que agora se chama …. Um administrador do workspace pode escolher o novo nome para publicar e salvá-la.
		- **com defeito**: …, que a criou, não existe mais. Um administrador do workspace pode verificar se ainda é necessária, e criá-la de novo ou excluí-la.
		- **com defeito**: …, que a criou, está desativado. Um administrador do workspace pode verificar se ainda é necessária, e criá-la de novo ou excluí-la.
		- **exposta**: envia para …, …, …, …, … +295 sem criptografia (\`http://\`). Quem a criou, ou um administrador do workspace, pode mudar o endereço para \`https://\`, se o destino aceitar.
		- **vale conferir**: _sem nome_ também dispara com …. Se as duas não devem responder, quem as criou pode dar outras palavras a uma delas.
		"
	`);
	});

	test('a day that is not known', () => {
		const findings: Finding[] = [{ kind: 'disabled', since: '' }];
		expect(draw([...lines(findings, 'en'), ...lines(findings, 'pt-BR')])).toMatchInlineSnapshot(`
		"
		- **worth a look**: it is switched off, and was last changed on …. Who made it, or a workspace admin, can switch it on, or delete it if nobody needs it.
		- **vale conferir**: está desativada, e foi alterada pela última vez em …. Quem a criou, ou um administrador do workspace, pode ativá-la, ou excluí-la se ninguém precisar dela.
		"
	`);
	});

	test('of many targets some, and how many more', () => {
		const hosts = Array.from({ length: 7 }, (_, index) => `h${String(index)}.example`);
		expect(lines([{ kind: 'plainHttp', hosts }], 'en')[0]).toContain(
			'it sends to `h0.example`, `h1.example`, `h2.example`, `h3.example`, `h4.example` +2 unencrypted',
		);
	});
});
