import { expect, test } from '@jest/globals';
import { type Failure, toReader } from '../../../lib/failure';
import { printQuery } from '../../../lib/query/printQuery';
import { renderFailure } from '../../../lib/messages/renderFailure';
import { translator } from '../../../lib/messages/translate';
import { query } from '../../support/builders';
import { eachFailure } from '../../support/failures';
import { forAdmin } from '../../support/setUpWorld';
import { titled } from '../../support/titled';

function say(failures: readonly Failure[]) {
	return failures.map((failure) => `\n${failure.kind}: ${renderFailure(failure, translator('en')).text}`).join('\n');
}

/** The failures as a workspace admin is told them. */
const forAdmins = eachFailure.map((failure) => toReader(failure, forAdmin));

test('a workspace admin is told how to mend it, and which address was asked', () => {
	const others = new Set(eachFailure.map((failure) => say([failure])));
	expect(say(forAdmins.filter((failure) => !others.has(say([failure]))))).toMatchInlineSnapshot(`
		"
		fileRefused: No file was made: this workspace takes no files. The panel shows the same: \`/integrations outgoing browse\`. What files the workspace takes is set at *Administration > Settings > File Upload*.

		fileRefused: No file was made: this workspace takes no files in direct messages. The panel shows the same: \`/integrations outgoing browse\`. What files the workspace takes is set at *Administration > Settings > File Upload*.

		fileRefused: No file was made: it would be larger than this workspace allows. Ask for less, for example with \`disabled\`. The panel shows the same: \`/integrations outgoing browse\`. What files the workspace takes is set at *Administration > Settings > File Upload*.

		fileRefused: No file was made: this workspace takes no files of this type (\`text/csv\`). The panel shows the same: \`/integrations outgoing browse\`. What files the workspace takes is set at *Administration > Settings > File Upload*.

		fileRefused: No file was made: \`Rocket.Chat\` did not take it. The panel shows the same: \`/integrations outgoing browse\`. What files the workspace takes is set at *Administration > Settings > File Upload*.

		fileDenied: No file was made: that needs the app's permission \`upload.write\`, which was not granted. The panel shows the same: \`/integrations browse\`. Upload the app's zip again and agree to the permissions; the settings stay.

		unlistedIntegration: An integration posted this message, but it is not among those that you can see here: it was deleted, now serves another room, was redirected here, is left out by the app's settings, or cannot be seen by the user whose token the app uses. Look for it at *Administration > Integrations*.

		notKept: That needs the app's permission \`persistence\`, which was not granted. Upload the app's zip again and agree to the permissions; the settings stay.

		notKept: That needs the app's permission \`scheduler\`, which was not granted. Upload the app's zip again and agree to the permissions; the settings stay.

		notAllowed: You may not ask for the integrations of this room: that takes the role \`admin\`. You can change **Who may ask** [in the app's settings](https://chat.example/settings).

		notAllowed: You may not ask for the integrations of this room: that takes the role \`admin\`, \`owner\`, \`moderator\` or \`leader\`. You can change **Who may ask** [in the app's settings](https://chat.example/settings).

		notAllowed: You may not ask for the integrations of this room: that takes the role \`owner\`. You can change **Who may ask** [in the app's settings](https://chat.example/settings).

		notAllowed: You may not ask here: the app's settings name only roles that nobody has in a direct message. You can change **Who may ask** [in the app's settings](https://chat.example/settings).

		settingsMissing: The app is not set up yet: **Personal access token** is empty. Fill in what is missing [in the app's settings](https://chat.example/settings).

		settingsMissing: The app is not set up yet: **Server URL**, **User id** and **Personal access token** are empty. Fill in what is missing [in the app's settings](https://chat.example/settings).

		credentialsMalformed: **Personal access token** contains a space, a line break or a letter that cannot be part of it, so nothing was sent. Paste that again [in the app's settings](https://chat.example/settings).

		credentialsMalformed: **User id** and **Personal access token** contain a space, a line break or a letter that cannot be part of them, so nothing was sent. Paste that again [in the app's settings](https://chat.example/settings).

		serverUrlUnusable: The address to ask is not usable. It must start with \`http://\` or \`https://\` and may hold a path, but no user name, password, question mark or hash. The app asked \`https://chat.example\`. Check **Server URL** [in the app's settings](https://chat.example/settings); while that is empty, the workspace's Site URL counts.

		networkingDenied: The app may not send requests: its permission \`networking\` was not granted. Upload the app's zip again and agree to the permissions; the settings stay.

		serverNotFound: The server could not be reached: its name is unknown where it is asked from (DNS). The app asked \`https://chat.example\`. Check **Server URL** [in the app's settings](https://chat.example/settings); while that is empty, the workspace's Site URL counts.

		connectionRefused: The server could not be reached: nothing answers at its address and port. The app asked \`https://chat.example\`. Check **Server URL** [in the app's settings](https://chat.example/settings); while that is empty, the workspace's Site URL counts.

		unreachable: The server could not be reached: no network leads to its address. The app asked \`https://chat.example\`. Check **Server URL** [in the app's settings](https://chat.example/settings); while that is empty, the workspace's Site URL counts.

		noTls: The server could not be reached: nothing speaks TLS at its port. Perhaps its address should begin with \`http://\`. The app asked \`https://chat.example\`. Check **Server URL** [in the app's settings](https://chat.example/settings); while that is empty, the workspace's Site URL counts.

		certificateRefused: The server could not be reached safely: its TLS certificate is not trusted, out of date or made for another name, so nothing was sent. The app asked \`https://chat.example\`. Fix that, or set **Server URL** [in the app's settings](https://chat.example/settings) to an address that works from inside, such as \`http://localhost:3000\`.

		redirected: The server's address is not the final one: it only redirects. The app asked \`https://chat.example\`. Enter the final address as **Server URL** [in the app's settings](https://chat.example/settings).

		connectionFailed: The connection to the server broke off. Try again. The app asked \`https://chat.example\`. Check **Server URL** [in the app's settings](https://chat.example/settings); while that is empty, the workspace's Site URL counts.

		tooSlow: The server did not answer within 1 second. Try again. The app asked \`https://chat.example\`. If it keeps happening, raise **Seconds for one request** [in the app's settings](https://chat.example/settings).

		tooSlow: The server did not answer within 10 seconds. Try again. The app asked \`https://chat.example\`. If it keeps happening, raise **Seconds for one request** [in the app's settings](https://chat.example/settings).

		ssrfRefused: \`Rocket.Chat\` itself refuses to send requests to an inside address (SSRF protection). The app asked \`https://chat.example\`. Add the host to the workspace's setting \`SSRF Allowlist\` (*General*), or set **Server URL** [in the app's settings](https://chat.example/settings) to an outside address.

		outOfHandles: \`Rocket.Chat\` has too many files and connections open to send another request. Try again. If it keeps happening, raise its limit of open files (\`ulimit -n\`).

		proxyRefuses: A proxy or firewall on the way to the server refuses the app's requests, or wants a login. The app asked \`https://chat.example\`. Fix that, or set **Server URL** [in the app's settings](https://chat.example/settings) to an address that works from inside, such as \`http://localhost:3000\`.

		proxyLimits: A proxy on the way to the server allows no more requests for now. Try again in 42 seconds. The app asked \`https://chat.example\`. Fix that, or set **Server URL** [in the app's settings](https://chat.example/settings) to an address that works from inside, such as \`http://localhost:3000\`.

		proxyLimits: A proxy on the way to the server allows no more requests for now. Try again in 5 minutes. The app asked \`https://chat.example\`. Fix that, or set **Server URL** [in the app's settings](https://chat.example/settings) to an address that works from inside, such as \`http://localhost:3000\`.

		proxyBroken: A proxy on the way to the server gets no answer from it (502): perhaps \`Rocket.Chat\` is being restarted. Try again in a minute. The app asked \`https://chat.example\`. Fix that, or set **Server URL** [in the app's settings](https://chat.example/settings) to an address that works from inside, such as \`http://localhost:3000\`.

		notRocketChat: Something answers at the server's address, but it is not the REST API of \`Rocket.Chat\`: perhaps a login page, a proxy or another path. The app asked \`https://chat.example\`. Check **Server URL** [in the app's settings](https://chat.example/settings); while that is empty, the workspace's Site URL counts.

		answerTooLarge: The server's answer is larger than 20 MB, so the app did not read it. Perhaps the scripts of some integrations are too long. The app asked \`https://chat.example\`. Check **Server URL** [in the app's settings](https://chat.example/settings); while that is empty, the workspace's Site URL counts.

		unauthorized: The server does not accept the app's credentials (401): **User id** or **Personal access token** is wrong, or they belong to different users. The app asked \`https://chat.example\`. Log in as the user whose token the app uses, make a new token at *Profile > Personal Access Tokens*, with *Ignore Two Factor Authentication*, and enter it, with its user id, [in the app's settings](https://chat.example/settings).

		unauthorized: The server does not accept the app's credentials (401): \`integrations-reader\`, whose token the app uses, is deactivated. The app asked \`https://chat.example\`. Activate that user at *Administration > Users*, or enter another one's token and id [in the app's settings](https://chat.example/settings).

		totpRequired: The server wants a second factor: the app's token was made without *Ignore Two Factor Authentication*. Log in as the user whose token the app uses, make a new token at *Profile > Personal Access Tokens*, with *Ignore Two Factor Authentication*, and enter it, with its user id, [in the app's settings](https://chat.example/settings).

		permissionMissing: The server shows no integrations to \`reader\`, the user whose token the app uses (403). Give a role of that user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`, which together show all.

		permissionMissing: The server shows no integrations to the user whose token the app uses (a workspace admin knows who it is) (403). Give a role of that user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`, which together show all.

		forbidden: The server does not show this room's integrations to \`reader\`, the user whose token the app uses (403): that user may not see integrations, or not this room. An owner of the room can add the user. Give a role of that user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`, which together show all.

		forbidden: The server does not show this room's integrations to the user whose token the app uses (a workspace admin knows who it is) (403): that user may not see integrations, or not this room. An owner of the room can add the user. Give a role of that user \`manage-incoming-integrations\` and \`manage-outgoing-integrations\`, which together show all.

		channelNotFound: The server does not know this channel: perhaps it is the server of another workspace. The app asked \`https://chat.example\`. Check **Server URL** [in the app's settings](https://chat.example/settings); while that is empty, the workspace's Site URL counts.

		rateLimited: The server allows no more requests for now. Try again in 1 second. To lift the limit, give a role of the token's user the permission \`api-bypass-rate-limit\`.

		rateLimited: The server allows no more requests for now. Try again in 42 seconds. To lift the limit, give a role of the token's user the permission \`api-bypass-rate-limit\`.

		serverError: The server has a problem of its own (500). Try again later. If it keeps happening, the server's log tells the cause.

		requestRejected: The server rejected the app's request (400): perhaps it is the server of another workspace, or the app is out of date. The app asked \`https://chat.example\`. Check **Server URL** [in the app's settings](https://chat.example/settings); while that is empty, the workspace's Site URL counts.

		appUserMissing: The app's own bot user does not exist any more, so the app cannot post. Upload the app's zip again and agree to the permissions; the settings stay.

		hostSilent: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. If it keeps happening, the server's log tells the cause.

		unforeseen: Something happened that the app did not foresee (\`k3jd9s\`). Try again. If it keeps happening, the app's log tells the cause."
	`);
});

test('nobody else is told an address, or what to change where', () => {
	expect(say(eachFailure)).not.toMatch(/chat\.example|manage-|api-bypass|localhost|SSRF Allow|account\/tokens/);
	expect(say(forAdmins)).not.toContain('A workspace admin can help');
});

test('an address that is not usable is not shown: it may hold a password', () => {
	const failure: Failure = { kind: 'serverUrlUnusable', forAdmin: { address: '', settingsUrl: '' } };
	expect(renderFailure(failure, translator('en')).text).toMatch(/or hash\. Check \*\*Server URL\*\* in the app's settings/);
});

test('every failure says what is wrong and who can do what about it', () => {
	expect(say(eachFailure)).toMatchInlineSnapshot(`
		"
		lineTooLong: What you typed is too long: at most 2000 characters and 100 words. For example: \`/integrations find github.com\`.

		unknownWord: \`outgoign\` is not a word that \`/integrations\` knows. Did you mean \`outgoing\`? For example: \`/integrations incoming disabled\`. All words: \`/integrations help\`.

		unknownWord: \`webhooks\` is not a word that \`/integrations\` knows. For example: \`/integrations find github.com\`. All words: \`/integrations help\`.

		missingValue: \`page\` needs a whole number from 1 on, for example: \`/integrations page 2\`.

		missingValue: \`by\` needs a user name, for example: \`/integrations by @user\`.

		missingValue: \`sort\` needs \`name\`, \`created\` or \`updated\`, for example: \`/integrations sort name\`.

		missingValue: \`find\` needs a text, for example: \`/integrations find text\`.

		missingValue: \`show\` needs a name or an id, for example: \`/integrations show name\`.

		badValue: \`two\` cannot stand after \`page\`, which takes a whole number from 1 on. For example: \`/integrations page 2\`.

		badValue: \`size\` cannot stand after \`sort\`, which takes \`name\`, \`created\` or \`updated\`. For example: \`/integrations sort name\`.

		badValue: \`@\` cannot stand after \`by\`, which takes a user name. For example: \`/integrations by @user\`.

		repeatedValue: \`page\` is there more than once. Say it once, for example: \`/integrations page 2\`.

		conflictingWords: \`outgoing\` and \`incoming\` contradict each other. Say one of them, for example: \`/integrations outgoing\`.

		otherRoom: This is not the room \`#sales\`. The app answers in the room that it is asked about: type \`/integrations\` there.

		omnichannelRoom: The integrations of omnichannel rooms are not shown. Type \`/integrations\` in a channel or in a private group.

		shareNotAllowed: The summary cannot be shared into the room: a workspace admin has set **Where the summary goes** to **Only to the person who asked** in the app's settings. Leave out \`share\`.

		shareInDirect: In a direct message every answer is for you alone. Leave out \`share\`.

		workspaceForAdmins: Only workspace admins may ask for the whole workspace. Without \`workspace\`, the app answers for this room.

		noSuchIntegration: No integration of this room is called \`Gugy\`. Did you mean \`Guggy\` or \`GitHub deploys\`?

		noSuchIntegration: No integration of this room is called \`Gugy\`.

		noSuchIntegration: No integration of the workspace is called \`Gugy\`. Did you mean \`Guggy\`?

		noSuchIntegration: No integration of the workspace is called \`Gugy\`.
		Only 50 of 60 could be read: this server hands out no more than its first page.
		1 entry of the server's list could not be read and is left out.

		severalIntegrations: Several integrations of this room are called \`Deploys\`. Ask for one by its id:
		- incoming, as \`Deploy bot\`, by \`ana\`, since 2025⁠-⁠03⁠-⁠01: \`/integrations show id1\`
		- outgoing → \`a.example.com\`, \`b.example.com\`: \`/integrations show id2\`

		severalIntegrations: Several integrations of the workspace are called \`Deploys\`. Ask for one by its id:
		- incoming, as \`Deploy bot\`, by \`ana\`: \`/integrations workspace show id1\`

		fileRefused: No file was made: this workspace takes no files. The panel shows the same: \`/integrations outgoing browse\`. A workspace admin can help.

		fileRefused: No file was made: this workspace takes no files in direct messages. The panel shows the same: \`/integrations outgoing browse\`. A workspace admin can help.

		fileRefused: No file was made: it would be larger than this workspace allows. Ask for less, for example with \`disabled\`. The panel shows the same: \`/integrations outgoing browse\`. A workspace admin can help.

		fileRefused: No file was made: this workspace takes no files of this type (\`text/csv\`). The panel shows the same: \`/integrations outgoing browse\`. A workspace admin can help.

		fileRefused: No file was made: \`Rocket.Chat\` did not take it. The panel shows the same: \`/integrations outgoing browse\`. A workspace admin can help.

		fileDenied: No file was made: that needs the app's permission \`upload.write\`, which was not granted. The panel shows the same: \`/integrations browse\`. A workspace admin can help.

		noSuchPage: There is no page 2: there is only one. Type \`/integrations\`.

		noSuchPage: There is no page 9: there are 3. The last one: \`/integrations outgoing page 3\`.

		notByIntegration: No integration posted this message: \`mia\` wrote it.

		notByIntegration: No integration posted this message: the app \`poll.bot\` did.

		notByIntegration: No integration posted this message: a program did, logged in as \`hubot\`.

		notByIntegration: This server does not tell the app which integration a message comes from.

		unlistedIntegration: An integration posted this message, but it is not among those that you can see here: it was deleted, now serves another room, was redirected here, is left out by the app's settings, or cannot be seen by the user whose token the app uses. A workspace admin can help.

		watchNowhere: Only channels and private groups can be watched.

		watchOff: Watching is switched off: a workspace admin has set **Look at watched rooms** to **Never**.

		notWatched: This room is not watched, so nothing is kept of it. To begin: \`/integrations watch\`.

		listNotWhole: The server did not hand out its whole list, so nothing can be compared. Try again later.

		notKept: That needs the app's permission \`persistence\`, which was not granted. A workspace admin can help.

		notKept: That needs the app's permission \`scheduler\`, which was not granted. A workspace admin can help.

		stale: This button no longer works, or does not belong here. Type \`/integrations\` to ask again.

		notMember: Only members of this room may ask for its integrations, and you are not one of them. Join the room or ask one of its owners.

		notAllowed: You may not ask for the integrations of this room: that takes the role \`admin\`. A workspace admin can change **Who may ask** in the app's settings.

		notAllowed: You may not ask for the integrations of this room: that takes the role \`admin\`, \`owner\`, \`moderator\` or \`leader\`. Ask \`li\`, who owns this room, or a workspace admin.

		notAllowed: You may not ask for the integrations of this room: that takes the role \`owner\`. Ask \`li\`, \`ana\` or \`mo\`, who own this room, or a workspace admin.

		notAllowed: You may not ask here: the app's settings name only roles that nobody has in a direct message. A workspace admin can change **Who may ask** in the app's settings.

		settingsMissing: The app is not set up yet: **Personal access token** is empty. A workspace admin can help.

		settingsMissing: The app is not set up yet: **Server URL**, **User id** and **Personal access token** are empty. A workspace admin can help.

		credentialsMalformed: **Personal access token** contains a space, a line break or a letter that cannot be part of it, so nothing was sent. A workspace admin can help.

		credentialsMalformed: **User id** and **Personal access token** contain a space, a line break or a letter that cannot be part of them, so nothing was sent. A workspace admin can help.

		serverUrlUnusable: The address to ask is not usable. It must start with \`http://\` or \`https://\` and may hold a path, but no user name, password, question mark or hash. A workspace admin can help.

		networkingDenied: The app may not send requests: its permission \`networking\` was not granted. A workspace admin can help.

		serverNotFound: The server could not be reached: its name is unknown where it is asked from (DNS). A workspace admin can help.

		connectionRefused: The server could not be reached: nothing answers at its address and port. A workspace admin can help.

		unreachable: The server could not be reached: no network leads to its address. A workspace admin can help.

		noTls: The server could not be reached: nothing speaks TLS at its port. Perhaps its address should begin with \`http://\`. A workspace admin can help.

		certificateRefused: The server could not be reached safely: its TLS certificate is not trusted, out of date or made for another name, so nothing was sent. A workspace admin can help.

		redirected: The server's address is not the final one: it only redirects. A workspace admin can help.

		connectionFailed: The connection to the server broke off. Try again. If it keeps happening, a workspace admin can help.

		tooSlow: The server did not answer within 1 second. Try again. If it keeps happening, a workspace admin can help.

		tooSlow: The server did not answer within 10 seconds. Try again. If it keeps happening, a workspace admin can help.

		ssrfRefused: \`Rocket.Chat\` itself refuses to send requests to an inside address (SSRF protection). A workspace admin can help.

		outOfHandles: \`Rocket.Chat\` has too many files and connections open to send another request. Try again. If it keeps happening, a workspace admin can help.

		proxyRefuses: A proxy or firewall on the way to the server refuses the app's requests, or wants a login. A workspace admin can help.

		proxyLimits: A proxy on the way to the server allows no more requests for now. Try again in 42 seconds. If it keeps happening, a workspace admin can help.

		proxyLimits: A proxy on the way to the server allows no more requests for now. Try again in 5 minutes. If it keeps happening, a workspace admin can help.

		proxyBroken: A proxy on the way to the server gets no answer from it (502): perhaps \`Rocket.Chat\` is being restarted. Try again in a minute. If it keeps happening, a workspace admin can help.

		notRocketChat: Something answers at the server's address, but it is not the REST API of \`Rocket.Chat\`: perhaps a login page, a proxy or another path. A workspace admin can help.

		answerTooLarge: The server's answer is larger than 20 MB, so the app did not read it. Perhaps the scripts of some integrations are too long. A workspace admin can help.

		unauthorized: The server does not accept the app's credentials (401): **User id** or **Personal access token** is wrong, or they belong to different users. A workspace admin can help.

		unauthorized: The server does not accept the app's credentials (401): \`integrations-reader\`, whose token the app uses, is deactivated. A workspace admin can help.

		totpRequired: The server wants a second factor: the app's token was made without *Ignore Two Factor Authentication*. A workspace admin can help.

		permissionMissing: The server shows no integrations to \`reader\`, the user whose token the app uses (403). A workspace admin can help.

		permissionMissing: The server shows no integrations to the user whose token the app uses (a workspace admin knows who it is) (403). A workspace admin can help.

		forbidden: The server does not show this room's integrations to \`reader\`, the user whose token the app uses (403): that user may not see integrations, or not this room. An owner of the room can add the user. A workspace admin can help.

		forbidden: The server does not show this room's integrations to the user whose token the app uses (a workspace admin knows who it is) (403): that user may not see integrations, or not this room. An owner of the room can add the user. A workspace admin can help.

		channelNotFound: The server does not know this channel: perhaps it is the server of another workspace. A workspace admin can help.

		groupNotFound: The server does not show this private group to \`@all 'x'\`, the user whose token the app uses. An owner of the group can add that user.

		groupNotFound: The server does not show this private group to the user whose token the app uses (a workspace admin knows who it is). An owner of the group can add that user.

		pagingRefused: The server refuses to hand out its list page by page.

		listTooLong: The server's list is longer than 5000 rows.

		rateLimited: The server allows no more requests for now. Try again in 1 second. If it keeps happening, a workspace admin can help.

		rateLimited: The server allows no more requests for now. Try again in 42 seconds. If it keeps happening, a workspace admin can help.

		serverError: The server has a problem of its own (500). Try again later. If it keeps happening, a workspace admin can help.

		requestRejected: The server rejected the app's request (400): perhaps it is the server of another workspace, or the app is out of date. A workspace admin can help.

		appUserMissing: The app's own bot user does not exist any more, so the app cannot post. A workspace admin can help.

		hostSilent: \`Rocket.Chat\` itself did not answer the app, or not in time. Try again. If it keeps happening, a workspace admin can help.

		unforeseen: Something happened that the app did not foresee (\`k3jd9s\`). Try again. If it keeps happening, a workspace admin can help."
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
