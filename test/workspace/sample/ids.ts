/** Ids look like the server's (17 characters), but say whose they are. */
export const userIds = {
	ana: 'anaAdmin2Kp7QxR9t',
	li: 'liOwner5Vb8NmWq3z',
	mo: 'moModerator4Xc6Yd',
	lea: 'leaLeader9Hj2LkPs',
	mia: 'miaMember7Tg3FvBn',
	otto: 'ottoOutsider1Zr5W',
	dora: 'doraLeft8Ue4JmKqa',
	bia: 'biaBrazil6Sd9GhXc',
	olga: 'olgaOwnHooks3Pw7L',
	vera: 'veraViewer2Nf8RtY',
	ops: 'opsUnlimited5Qb4M',
	monitor: 'monitorBot7Wk9DzE',
	service: 'srvIntegrations3H',
	cat: 'rocket.cat',
	graywolf336: 'R4jgcQaQhvvK6K3iY',
} as const;

/** Personal access tokens: 43 characters, as the server makes them. */
export const tokens = {
	ana: 'aN4CANARYpatAnaZk7mQ2xW9vR5tYb8LcDf3GhJs6Ke',
	ops: 'oP5CANARYpatOpsTn4vX8qZ2wLk6RmYc9BdFh3Gj7Ss',
	mia: 'mI4CANARYpatMiaHx9bK3rVq6WzTn2YdLc8FpGs5Jt7',
	dora: 'dO8CANARYpatDoraRv5nM9kXq2ZtWc6YbLh3FgJs4Pd',
	olga: 'oL6CANARYpatOlgaKt8wQ3zXn5VbRm9YcLd2FhGj7Ps',
	service: 'sV3CANARYpatServiceQ8xN2mZk5RtWb7YcLd9FhGj4',
} as const;

export const roleIds = {
	integrationViewer: 'k3Jd9sLq2Pw7XzTbN',
	integrationsReader: 'p7Rm4vXc9Wq2KtZnB',
	webhookMaker: 'w5Hn8bYd3Gs6FkLzQ',
} as const;

export const roomIds = {
	general: 'GENERAL',
	support: 'supportRoom4Kt9Xq',
	empty: 'emptyRoom7Vn2Rb5W',
	busy: 'busyRoom3Lm8Zc6Yd',
	hostile: 'hostileRoom5Pf9Gh',
	troubles: 'troublesRoom2Hd6W',
	secretOps: 'secretOps2Jw7TxKr',
	hidden: 'hiddenRoom8Bq4NsV',
	announcements: 'newsRoom6Dz3MkHy9',
	old: 'oldRoom9Rc5WpLt2X',
	vault: 'vaultRoom4Gv8QnJb',
	team: 'teamRoom5Nd8KzQw3',
	discussion: 'discussion7Yh2FsK',
	direct: `${userIds.ana}${userIds.li}`,
	omnichannel: 'visitorRoom3Xk6Wd',
} as const;
