import { expect, test } from '@jest/globals';
import { printQuery } from '../../../lib/query/printQuery';
import { renderFailure } from '../../../lib/messages/renderFailure';
import { translator } from '../../../lib/messages/translate';
import { query } from '../../support/builders';
import { eachFailure } from '../../support/failures';
import { titled } from '../../support/titled';

function say() {
	return eachFailure.map((failure) => `\n${failure.kind}: ${renderFailure(failure, translator('en')).text}`).join('\n');
}

test('every failure says what is wrong and who can do what about it', () => {
	expect(say()).toMatchInlineSnapshot(`
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

test.each(titled(['@all', '`x`', '**x**', 'a\nb', 'x'.repeat(5000), '\u202e']))(
	'%s typed as a word is quoted and does nothing',
	(_title, word) => {
		const { text } = renderFailure({ kind: 'unknownWord', word, nearest: 'list' }, translator('en'));
		expect(text).toMatch(/^(`[^`\n]{1,40}`|…) is not a word that/);
	},
);

test.each(titled(['@all', '`x`', 'sales @all', 'x'.repeat(5000), '', '\u202e']))(
	'%s typed behind # is quoted and does nothing',
	(_title, room) => {
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
