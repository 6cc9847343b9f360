import { expect, test } from '@jest/globals';
import { printQuery } from '../../../lib/query/printQuery';
import type { Failure } from '../../../lib/failure';
import { renderFailure } from '../../../lib/messages/renderFailure';
import { type Locale, translator } from '../../../lib/messages/translate';
import { query } from '../../support/builders';

/** Each kind with what it can carry; a kind that is missing here is a type error. */
const failures: { readonly [K in Failure['kind']]: Failure<K>[] } = {
	unknownWord: [{ kind: 'unknownWord', word: 'outgoign', nearest: 'outgoing' }],
	missingValue: [
		{ kind: 'missingValue', word: 'page' },
		{ kind: 'missingValue', word: 'by' },
		{ kind: 'missingValue', word: 'sort' },
		{ kind: 'missingValue', word: 'find' },
		{ kind: 'missingValue', word: 'show' },
	],
	badValue: [
		{ kind: 'badValue', word: 'page', value: 'two' },
		{ kind: 'badValue', word: 'sort', value: 'size' },
		{ kind: 'badValue', word: 'by', value: '@' },
	],
	repeatedValue: [{ kind: 'repeatedValue', word: 'page' }],
	conflictingWords: [{ kind: 'conflictingWords', word: 'outgoing', other: 'incoming' }],
	otherRoom: [{ kind: 'otherRoom', room: 'sales' }],
	omnichannelRoom: [{ kind: 'omnichannelRoom' }],
	shareNotAllowed: [{ kind: 'shareNotAllowed' }],
	shareInDirect: [{ kind: 'shareInDirect' }],
	noSuchIntegration: [
		{ kind: 'noSuchIntegration', name: 'Gugy', nearest: ['Guggy', 'GitHub deploys'] },
		{ kind: 'noSuchIntegration', name: 'Gugy', nearest: [] },
	],
	severalIntegrations: [{ kind: 'severalIntegrations', name: 'Deploys', ids: ['id1', 'id2'] }],
	noSuchPage: [
		{ kind: 'noSuchPage', page: 2, pages: 1, words: '/integrations' },
		{ kind: 'noSuchPage', page: 9, pages: 3, words: '/integrations outgoing page 3' },
	],
	stale: [{ kind: 'stale' }],
	notMember: [{ kind: 'notMember' }],
	notAllowed: [
		{ kind: 'notAllowed', roles: ['admin'] },
		{ kind: 'notAllowed', roles: ['admin', 'owner', 'moderator', 'leader'] },
	],
	settingsMissing: [
		{ kind: 'settingsMissing', settings: ['auth_token'] },
		{ kind: 'settingsMissing', settings: ['server_url', 'user_id', 'auth_token'] },
	],
	credentialsMalformed: [
		{ kind: 'credentialsMalformed', settings: ['auth_token'] },
		{ kind: 'credentialsMalformed', settings: ['user_id', 'auth_token'] },
	],
	serverUrlUnusable: [{ kind: 'serverUrlUnusable' }],
	networkingDenied: [{ kind: 'networkingDenied' }],
	serverNotFound: [{ kind: 'serverNotFound' }],
	connectionRefused: [{ kind: 'connectionRefused' }],
	certificateRefused: [{ kind: 'certificateRefused' }],
	connectionFailed: [{ kind: 'connectionFailed' }],
	tooSlow: [
		{ kind: 'tooSlow', seconds: 1 },
		{ kind: 'tooSlow', seconds: 10 },
	],
	notRocketChat: [{ kind: 'notRocketChat' }],
	answerTooLarge: [{ kind: 'answerTooLarge', most: 20 }],
	unauthorized: [{ kind: 'unauthorized' }],
	permissionMissing: [{ kind: 'permissionMissing', user: 'reader' }, { kind: 'permissionMissing' }],
	forbidden: [{ kind: 'forbidden', user: 'reader' }, { kind: 'forbidden' }],
	channelNotFound: [{ kind: 'channelNotFound' }],
	groupNotFound: [{ kind: 'groupNotFound', user: '@all `x`' }, { kind: 'groupNotFound' }],
	pagingRefused: [{ kind: 'pagingRefused' }],
	listTooLong: [{ kind: 'listTooLong', most: 5000 }],
	rateLimited: [
		{ kind: 'rateLimited', seconds: 1 },
		{ kind: 'rateLimited', seconds: 42 },
	],
	serverError: [{ kind: 'serverError', status: 502 }],
	requestRejected: [{ kind: 'requestRejected', status: 400 }],
	hostSilent: [{ kind: 'hostSilent' }],
	unforeseen: [{ kind: 'unforeseen', id: 'k3jd9s' }],
};

const all = Object.values(failures).flatMap((examples): Failure[] => examples);
function say(locale: Locale) {
	return all.map((failure) => `\n${failure.kind}: ${renderFailure(failure, translator(locale)).text}`).join('\n');
}

test('every sentence in English', () => {
	expect(say('en')).toMatchInlineSnapshot(`
		"
		unknownWord: \`outgoign\` is not a word that \`/integrations\` knows. Did you mean \`outgoing\`? For example: \`/integrations incoming disabled\`. All words: \`/integrations help\`.

		missingValue: After \`page\` something is missing, for example: \`/integrations page 2\`.

		missingValue: After \`by\` something is missing, for example: \`/integrations by @user\`.

		missingValue: After \`sort\` something is missing, for example: \`/integrations sort name\`.

		missingValue: After \`find\` something is missing, for example: \`/integrations find text\`.

		missingValue: After \`show\` something is missing, for example: \`/integrations show name\`.

		badValue: \`two\` cannot stand after \`page\`, which takes a whole number from 1 on. For example: \`/integrations page 2\`.

		badValue: \`size\` cannot stand after \`sort\`, which takes \`name\`, \`created\` or \`updated\`. For example: \`/integrations sort name\`.

		badValue: \`@\` cannot stand after \`by\`, which takes a user name. For example: \`/integrations by @user\`.

		repeatedValue: \`page\` is there more than once. Say it once, for example: \`/integrations page 2\`.

		conflictingWords: \`outgoing\` and \`incoming\` contradict each other. Say one of them, for example: \`/integrations outgoing\`.

		otherRoom: This is not the room \`#sales\`. The app answers in the room that it is asked about: type \`/integrations\` there.

		omnichannelRoom: The integrations of omnichannel rooms are not shown. Type \`/integrations\` in a channel or in a private group.

		shareNotAllowed: The summary cannot be shared into the room: a workspace admin has set **Where the summary goes** to "Only to the person who asked" in the app's settings. Leave out \`share\`.

		shareInDirect: In a direct message every answer is for you alone. Leave out \`share\`.

		noSuchIntegration: No integration of this room is called \`Gugy\`. Did you mean \`Guggy\` or \`GitHub deploys\`?

		noSuchIntegration: No integration of this room is called \`Gugy\`.

		severalIntegrations: Several integrations of this room are called \`Deploys\`. Ask for one by its id: \`/integrations show id1\`, \`/integrations show id2\`.

		noSuchPage: There is no page 2: there is only one. Type \`/integrations\`.

		noSuchPage: There is no page 9: there are 3. The last one: \`/integrations outgoing page 3\`.

		stale: This button works no longer, or does not belong here. Type \`/integrations\` to ask anew.

		notMember: Only members of this room may ask for its integrations, and you are not one of them. Join the room or ask one of its owners.

		notAllowed: You may not ask for the integrations of this room: that takes the role \`admin\`. Ask somebody who has it, or a workspace admin, who can change **Who may ask** in the app's settings.

		notAllowed: You may not ask for the integrations of this room: that takes the role \`admin\`, \`owner\`, \`moderator\` or \`leader\`. Ask somebody who has it, or a workspace admin, who can change **Who may ask** in the app's settings.

		settingsMissing: The app is not set up yet: **Personal access token** is empty. A workspace admin can fill it in, in the settings of the app Channel Integrations.

		settingsMissing: The app is not set up yet: **Server URL**, **User id** and **Personal access token** are empty. A workspace admin can fill them in, in the settings of the app Channel Integrations.

		credentialsMalformed: **Personal access token** holds a space, a line break or a letter that cannot be part of it, so nothing was sent. A workspace admin can paste it anew into the app's settings.

		credentialsMalformed: **User id** and **Personal access token** hold a space, a line break or a letter that cannot be part of them, so nothing was sent. A workspace admin can paste them anew into the app's settings.

		serverUrlUnusable: The address to ask is not usable. It must start with \`http://\` or \`https://\` and may hold a path, but no user name, password, question mark or hash. A workspace admin can correct **Server URL** in the app's settings; while that is empty, the workspace's Site URL counts.

		networkingDenied: The app may not send requests: its permission \`networking\` was not granted. A workspace admin can grant it by installing the app anew.

		serverNotFound: The server could not be reached: its name is unknown where it is asked from (DNS). A workspace admin can correct **Server URL** in the app's settings; while that is empty, the workspace's Site URL counts.

		connectionRefused: The server could not be reached: nothing answers at its address and port. A workspace admin can correct **Server URL** in the app's settings; while that is empty, the workspace's Site URL counts.

		certificateRefused: The server could not be reached safely: its TLS certificate is not trusted, out of date or made for another name, so nothing was sent. A workspace admin can mend the certificate, or set **Server URL** to an address that works from inside, such as \`http://localhost:3000\`.

		connectionFailed: The connection to the server broke off. Try again. If it stays, a workspace admin can check **Server URL** in the app's settings; while that is empty, the workspace's Site URL counts.

		tooSlow: The server did not answer within 1 second. Try again. If it stays, a workspace admin can raise **Seconds for one request** in the app's settings.

		tooSlow: The server did not answer within 10 seconds. Try again. If it stays, a workspace admin can raise **Seconds for one request** in the app's settings.

		notRocketChat: Something answers at the server's address, but it is not the REST API of \`Rocket.Chat\`: perhaps a login page, a proxy or another path. A workspace admin can correct **Server URL** in the app's settings; while that is empty, the workspace's Site URL counts.

		answerTooLarge: The server's answer is larger than 20 MB, so the app did not read it. A workspace admin can check **Server URL** in the app's settings; if that is right, the scripts of some integrations must become shorter.

		unauthorized: The server does not accept the app's credentials (401): **User id** or **Personal access token** is wrong, or they belong to different users. A workspace admin can make a new token at \`/account/tokens\` and put it, with the user id shown beside it, into the app's settings.

		permissionMissing: The server shows no integrations to \`reader\`, the user whose token the app uses (403). A workspace admin can give a role of that user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`, which together show all; \`manage-own-incoming-integrations\` or \`manage-own-outgoing-integrations\` show only the user's own. One of the four is enough for an answer.

		permissionMissing: The server shows no integrations to the user whose token the app uses (a workspace admin knows who it is) (403). A workspace admin can give a role of that user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`, which together show all; \`manage-own-incoming-integrations\` or \`manage-own-outgoing-integrations\` show only the user's own. One of the four is enough for an answer.

		forbidden: The server does not show this room's integrations to \`reader\`, the user whose token the app uses (403). Either that user may not see integrations: a workspace admin can give a role of the user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`. Or the user may not see this room: an owner of the room can add the user.

		forbidden: The server does not show this room's integrations to the user whose token the app uses (a workspace admin knows who it is) (403). Either that user may not see integrations: a workspace admin can give a role of the user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`. Or the user may not see this room: an owner of the room can add the user.

		channelNotFound: The server does not know this channel. A workspace admin can check **Server URL** in the app's settings: it may be the address of another workspace.

		groupNotFound: The server does not show this private group to \`@all 'x'\`, the user whose token the app uses. An owner of the group can add that user.

		groupNotFound: The server does not show this private group to the user whose token the app uses (a workspace admin knows who it is). An owner of the group can add that user.

		pagingRefused: The server refuses to hand out its list page by page.

		listTooLong: The server's list is longer than 5000 rows.

		rateLimited: The server allows no more requests for now. Try again in 1 second. A workspace admin can lift the limit for the app by giving a role of its user the permission \`api-bypass-rate-limit\`.

		rateLimited: The server allows no more requests for now. Try again in 42 seconds. A workspace admin can lift the limit for the app by giving a role of its user the permission \`api-bypass-rate-limit\`.

		serverError: The server has a problem of its own (502). Try again later. If it stays, a workspace admin can find the cause in the server's log.

		requestRejected: The server rejected the app's request (400). A workspace admin can check whether **Server URL** in the app's settings is the address of this workspace, and whether the app is up to date.

		hostSilent: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. If it stays, a workspace admin can find the cause in the server's log.

		unforeseen: Something happened that the app did not foresee. Try again. If it stays, a workspace admin finds it in the app's log under \`k3jd9s\`."
	`);
});

test('every sentence in Portuguese', () => {
	expect(say('pt-BR')).toMatchInlineSnapshot(`
		"
		unknownWord: \`outgoign\` não é uma palavra que \`/integrations\` conhece. Você quis dizer \`outgoing\`? Por exemplo: \`/integrations incoming disabled\`. Todas as palavras: \`/integrations help\`.

		missingValue: Depois de \`page\` falta algo, por exemplo: \`/integrations page 2\`.

		missingValue: Depois de \`by\` falta algo, por exemplo: \`/integrations by @user\`.

		missingValue: Depois de \`sort\` falta algo, por exemplo: \`/integrations sort name\`.

		missingValue: Depois de \`find\` falta algo, por exemplo: \`/integrations find text\`.

		missingValue: Depois de \`show\` falta algo, por exemplo: \`/integrations show name\`.

		badValue: \`two\` não pode vir depois de \`page\`, que pede um número inteiro a partir de 1. Por exemplo: \`/integrations page 2\`.

		badValue: \`size\` não pode vir depois de \`sort\`, que pede \`name\`, \`created\` ou \`updated\`. Por exemplo: \`/integrations sort name\`.

		badValue: \`@\` não pode vir depois de \`by\`, que pede um nome de usuário. Por exemplo: \`/integrations by @user\`.

		repeatedValue: \`page\` aparece mais de uma vez. Escreva uma vez só, por exemplo: \`/integrations page 2\`.

		conflictingWords: \`outgoing\` e \`incoming\` se contradizem. Escreva só uma das duas, por exemplo: \`/integrations outgoing\`.

		otherRoom: Esta não é a sala \`#sales\`. O aplicativo responde na sala sobre a qual se pergunta: digite \`/integrations\` lá.

		omnichannelRoom: As integrações de salas omnichannel não são mostradas. Digite \`/integrations\` em um canal ou em um grupo privado.

		shareNotAllowed: O resumo não pode ser compartilhado na sala: um administrador do workspace definiu **Para onde vai o resumo** como "Somente para quem perguntou" nas configurações do aplicativo. Escreva sem \`share\`.

		shareInDirect: Em uma mensagem direta toda resposta é somente para você. Escreva sem \`share\`.

		noSuchIntegration: Nenhuma integração desta sala se chama \`Gugy\`. Você quis dizer \`Guggy\` ou \`GitHub deploys\`?

		noSuchIntegration: Nenhuma integração desta sala se chama \`Gugy\`.

		severalIntegrations: Várias integrações desta sala se chamam \`Deploys\`. Pergunte por uma pelo ID: \`/integrations show id1\`, \`/integrations show id2\`.

		noSuchPage: Não existe a página 2: há somente uma. Digite \`/integrations\`.

		noSuchPage: Não existe a página 9: há 3. A última: \`/integrations outgoing page 3\`.

		stale: Este botão não funciona mais ou não pertence a este lugar. Digite \`/integrations\` para perguntar de novo.

		notMember: Somente membros desta sala podem perguntar por suas integrações, e você não é um deles. Entre na sala ou pergunte a um dos proprietários.

		notAllowed: Você não pode perguntar pelas integrações desta sala: para isso é preciso o papel \`admin\`. Pergunte a alguém que o tenha ou a um administrador do workspace, que pode mudar **Quem pode perguntar** nas configurações do aplicativo.

		notAllowed: Você não pode perguntar pelas integrações desta sala: para isso é preciso o papel \`admin\`, \`owner\`, \`moderator\` ou \`leader\`. Pergunte a alguém que o tenha ou a um administrador do workspace, que pode mudar **Quem pode perguntar** nas configurações do aplicativo.

		settingsMissing: O aplicativo ainda não está configurado: falta preencher **Token de acesso pessoal**. Um administrador do workspace pode fazer isso nas configurações do aplicativo Channel Integrations.

		settingsMissing: O aplicativo ainda não está configurado: falta preencher **URL do servidor**, **ID do usuário** e **Token de acesso pessoal**. Um administrador do workspace pode fazer isso nas configurações do aplicativo Channel Integrations.

		credentialsMalformed: **Token de acesso pessoal** contém um espaço, uma quebra de linha ou um caractere que não pode fazer parte dele, por isso nada foi enviado. Um administrador do workspace pode colar o valor de novo nas configurações do aplicativo.

		credentialsMalformed: **ID do usuário** e **Token de acesso pessoal** contêm um espaço, uma quebra de linha ou um caractere que não pode fazer parte deles, por isso nada foi enviado. Um administrador do workspace pode colar os valores de novo nas configurações do aplicativo.

		serverUrlUnusable: O endereço a consultar não pode ser usado. Ele deve começar com \`http://\` ou \`https://\` e pode ter um caminho, mas não nome de usuário, senha, ponto de interrogação nem cerquilha. Um administrador do workspace pode corrigir **URL do servidor** nas configurações do aplicativo; enquanto estiver sem valor, vale a URL do site do workspace.

		networkingDenied: O aplicativo não pode enviar requisições: sua permissão \`networking\` não foi concedida. Um administrador do workspace pode concedê-la instalando o aplicativo de novo.

		serverNotFound: Não foi possível alcançar o servidor: seu nome é desconhecido no lugar de onde se consulta (DNS). Um administrador do workspace pode corrigir **URL do servidor** nas configurações do aplicativo; enquanto estiver sem valor, vale a URL do site do workspace.

		connectionRefused: Não foi possível alcançar o servidor: nada responde no endereço e na porta dele. Um administrador do workspace pode corrigir **URL do servidor** nas configurações do aplicativo; enquanto estiver sem valor, vale a URL do site do workspace.

		certificateRefused: Não foi possível alcançar o servidor com segurança: seu certificado TLS não é confiável, está vencido ou foi feito para outro nome, por isso nada foi enviado. Um administrador do workspace pode corrigir o certificado ou definir **URL do servidor** com um endereço que funcione internamente, como \`http://localhost:3000\`.

		connectionFailed: A conexão com o servidor foi interrompida. Tente de novo. Se continuar, um administrador do workspace pode verificar **URL do servidor** nas configurações do aplicativo; enquanto estiver sem valor, vale a URL do site do workspace.

		tooSlow: O servidor não respondeu em 1 segundo. Tente de novo. Se continuar, um administrador do workspace pode aumentar **Segundos para uma requisição** nas configurações do aplicativo.

		tooSlow: O servidor não respondeu em 10 segundos. Tente de novo. Se continuar, um administrador do workspace pode aumentar **Segundos para uma requisição** nas configurações do aplicativo.

		notRocketChat: Algo responde no endereço do servidor, mas não é a API REST do \`Rocket.Chat\`: talvez uma página de login, um proxy ou outro caminho. Um administrador do workspace pode corrigir **URL do servidor** nas configurações do aplicativo; enquanto estiver sem valor, vale a URL do site do workspace.

		answerTooLarge: A resposta do servidor passa de 20 MB, por isso o aplicativo não a leu. Um administrador do workspace pode verificar **URL do servidor** nas configurações do aplicativo; se estiver certo, é preciso encurtar os scripts de algumas integrações.

		unauthorized: O servidor não aceita as credenciais do aplicativo (401): **ID do usuário** ou **Token de acesso pessoal** está errado, ou são de usuários diferentes. Um administrador do workspace pode criar um novo token em \`/account/tokens\` e colocá-lo, com o ID de usuário mostrado ao lado, nas configurações do aplicativo.

		permissionMissing: O servidor não mostra nenhuma integração a \`reader\`, o usuário cujo token o aplicativo usa (403). Um administrador do workspace pode dar a um papel desse usuário \`manage-incoming-integrations\` e \`manage-outgoing-integrations\`, que juntas mostram todas; \`manage-own-incoming-integrations\` ou \`manage-own-outgoing-integrations\` mostram somente as do próprio usuário. Uma das quatro basta para uma resposta.

		permissionMissing: O servidor não mostra nenhuma integração a quem é dono do token que o aplicativo usa (um administrador do workspace sabe quem é) (403). Um administrador do workspace pode dar a um papel desse usuário \`manage-incoming-integrations\` e \`manage-outgoing-integrations\`, que juntas mostram todas; \`manage-own-incoming-integrations\` ou \`manage-own-outgoing-integrations\` mostram somente as do próprio usuário. Uma das quatro basta para uma resposta.

		forbidden: O servidor não mostra as integrações desta sala a \`reader\`, o usuário cujo token o aplicativo usa (403). Ou esse usuário não pode ver integrações: um administrador do workspace pode dar a um papel dele \`manage-incoming-integrations\` e \`manage-outgoing-integrations\`. Ou ele não pode ver esta sala: um proprietário da sala pode adicioná-lo.

		forbidden: O servidor não mostra as integrações desta sala a quem é dono do token que o aplicativo usa (um administrador do workspace sabe quem é) (403). Ou esse usuário não pode ver integrações: um administrador do workspace pode dar a um papel dele \`manage-incoming-integrations\` e \`manage-outgoing-integrations\`. Ou ele não pode ver esta sala: um proprietário da sala pode adicioná-lo.

		channelNotFound: O servidor não conhece este canal. Um administrador do workspace pode verificar **URL do servidor** nas configurações do aplicativo: pode ser o endereço de outro workspace.

		groupNotFound: O servidor não mostra este grupo privado a \`@all 'x'\`, o usuário cujo token o aplicativo usa. Um proprietário do grupo pode adicionar esse usuário.

		groupNotFound: O servidor não mostra este grupo privado a quem é dono do token que o aplicativo usa (um administrador do workspace sabe quem é). Um proprietário do grupo pode adicionar esse usuário.

		pagingRefused: O servidor se recusa a entregar a lista página por página.

		listTooLong: A lista do servidor tem mais de 5000 linhas.

		rateLimited: O servidor não permite mais requisições por enquanto. Tente de novo em 1 segundo. Um administrador do workspace pode retirar o limite do aplicativo dando a um papel de seu usuário a permissão \`api-bypass-rate-limit\`.

		rateLimited: O servidor não permite mais requisições por enquanto. Tente de novo em 42 segundos. Um administrador do workspace pode retirar o limite do aplicativo dando a um papel de seu usuário a permissão \`api-bypass-rate-limit\`.

		serverError: O servidor está com um problema próprio (502). Tente de novo mais tarde. Se continuar, um administrador do workspace encontra a causa no log do servidor.

		requestRejected: O servidor rejeitou a requisição do aplicativo (400). Um administrador do workspace pode verificar se **URL do servidor** nas configurações do aplicativo é o endereço deste workspace e se o aplicativo está atualizado.

		hostSilent: O próprio \`Rocket.Chat\` não respondeu ao aplicativo, ou não a tempo. Tente de novo. Se continuar, um administrador do workspace pode encontrar a causa no log do servidor.

		unforeseen: Aconteceu algo que o aplicativo não previu. Tente de novo. Se continuar, um administrador do workspace encontra o caso no log do aplicativo com o código \`k3jd9s\`."
	`);
});

test.each(['@all', '`x`', '**x**', 'a\nb', 'x'.repeat(5000), '\u202e'])(
	'%.20j typed as a word is quoted and does nothing',
	(word) => {
		const { text } = renderFailure({ kind: 'unknownWord', word, nearest: 'list' }, translator('en'));
		expect(text).toMatch(/^(`[^`\n]{1,40}`|…) is not a word that/);
	},
);

test.each(['@all', '`x`', 'sales @all', 'x'.repeat(5000), '', '\u202e'])(
	'%.20j typed behind # is quoted and does nothing',
	(room) => {
		const { text } = renderFailure({ kind: 'otherRoom', room }, translator('en'));
		expect(text).toMatch(/^This is not the room `#[^`\n]{0,40}`\. /);
		expect(text).not.toMatch(/[\s>]@all/);
	},
);

test('a text typed before a page that is none does nothing', () => {
	const asked = query({ page: 9, find: '`@all` **x**' });
	const { text } = renderFailure(
		{ kind: 'noSuchPage', page: asked.page, pages: 3, words: printQuery({ ...asked, page: 3 }) },
		translator('en'),
	);
	expect(text.match(/`/g)).toHaveLength(2);
});
