/** Every sentence that `npm start` says itself; what the app says comes from the app. */

function listed(names: readonly string[]): string {
	return names.join(', ');
}

export const sentences = {
	packaging: (app: string, version: string) => `Packaging ${app} ${version} with rc-apps`,
	startingRest: (port: number) => `Starting the REST API on ${port === 0 ? 'a free port' : `http://127.0.0.1:${port}`}`,
	startingEngine: (version: string) => `Starting the Apps-Engine ${version}`,
	installing: (app: string, version: string) => `Installing ${app} ${version}`,
	settingUp: (username: string) => `Filling in the settings: user_id of ${username}, auth_token (hidden)`,
	seconds: (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`,
	failed: 'failed',
	interrupted: 'stopped',

	serving: (url: string) =>
		`The REST API answers on ${url}. Open ${url}/ in a browser to see the rooms and to click. Type /help to see what can be typed here; Ctrl-D ends.`,
	onlyYou: 'Only you can see this message',
	inDirect: 'in a direct message',
	inRoom: (room: string) => `in ${room}`,
	nothingAdded: 'Nothing was added that this user could see in this room.',
	commandFailed: (cause: string) => `The command failed: ${cause}`,
	file: (name: string, size: string) => `file: ${name} (${size})`,
	notPosted: (cause: string) => `The room did not take the message: ${cause}`,

	unknownOption: (option: string) =>
		`${option} is not an option. Type npm start to try the app, or npm start -- '/integrations help' to run one command, or npm start -- --tour to see what the app does.`,
	badPort: (port: string) => `PORT is ${port}, but it must be a whole number from 0 to 65535. For example: PORT=3001 npm start`,
	portInUse: (port: number) =>
		`Port ${port} of 127.0.0.1 is in use. Choose another one (PORT=${port < 65_535 ? port + 1 : port - 1} npm start), or let the system find a free one (PORT=0 npm start).`,
	portRefused: (port: number) =>
		`The system does not let this user listen on port ${port}. Choose one above 1023, for example: PORT=3000 npm start`,
	bootFailed: (step: string) => `${step}: this did not work, so nothing was started.`,
	unforeseen: 'Something happened that was not foreseen.',

	tourStop: (stop: number, stops: number, caption: string) => `${stop}/${stops}  ${caption}`,
	nowGeneration: (generation: string) => `The server behaves as generation ${generation} now.`,
	unknownGeneration: (generations: readonly string[]) => `Say which generation of the server. There are: ${listed(generations)}`,

	unknownCommand: (name: string, commands: readonly string[]) =>
		`There is no command /${name}. There are: ${listed(commands.map((command) => `/${command}`))}`,
	nowUser: (username: string, name: string) => `You are ${username} now (${name}).`,
	unknownUser: (username: string, users: readonly string[]) =>
		`${username === '' ? 'Say who, for example: /as mia' : `There is no user ${username}`}. Users: ${listed(users)}`,
	unknownRoom: (room: string, rooms: readonly string[]) =>
		`${room === '' ? 'Say where, for example: /in secret-ops' : `There is no room ${room}`}. Rooms: ${listed(rooms)}`,
	unknownSetting: (id: string, settings: readonly string[]) =>
		[id === '' ? 'Say which, for example: /set page_size 5' : `There is no setting ${id}. The app's settings:`, ...settings].join(
			'\n',
		),
	nowLater: (time: string, told: number) => `It is ${time} later. Messages that came: ${told}.`,
	unknownTime: 'Say how much later, for example: /later 1 day, /later 2 hours, /later 5 minutes',
	unknownDeed: (deeds: readonly string[]) =>
		`Say what and which, for example: /webhook add Build bot. There are: ${listed(deeds)}`,
	unknownWebhook: (name: string) => `This room has no webhook ${name}.`,
	done: (deed: string, name: string) =>
		`${name} was ${{ add: 'added', switch: 'switched on or off', remove: 'removed' }[deed] ?? deed}.`,
	unknownFile: (name: string, who: string, files: readonly string[]) =>
		`${name === '' ? `Say which${files[0] === undefined ? '' : `, for example: /file ${files[0]}`}` : `There is no file ${name} that ${who} could open`}. Files: ${files.length > 0 ? listed(files) : 'none yet'}`,
	notText: (name: string, type: string) => `${name} is no text, but ${type}: the page hands it out.`,
	settingIs: (id: string, value: string) => `${id} is ${value} now.`,
	hiddenValue: '(hidden)',
	emptyValue: '(empty)',
	notBoolean: (id: string) => `${id} is either true or false, for example: /set ${id} true`,
	notNumber: (id: string) => `${id} is a whole number, for example: /set ${id} 5`,
	notAnOption: (id: string, options: readonly string[]) => `${id} is one of: ${listed(options)}`,

	help: `/integrations WORDS   what anybody can type in a room; /integrations help tells the words
/as USER              go on as another user, for example: /as mia
/in ROOM              go into another room, for example: /in secret-ops
/server GENERATION    let the server behave as Rocket.Chat 7 (and 8 up to 8.7), 8.8 or 9, or strict: refuses paging, as no release does
/webhook add NAME     add a webhook to this room; also switch (on or off) and remove
/later 1 day          move the time on (also hours, minutes): rooms that are watched are told what changed
/file NAME            show what is in a file that was posted in a room of this user
/set ID VALUE         change a setting of the app; no value empties it, /set alone lists them
/help                 this text
Anything without a slash is posted into the room. Ctrl-D ends.`,
} as const;
