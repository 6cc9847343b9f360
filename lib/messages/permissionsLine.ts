/** What the token's user may see, in words. */
import { quote, quoted } from './names';
import type { Translate } from './translate';
import { type Check, fullPermissions, type TokenPermissions } from '../status/checks';

/** Which of the four permissions for integrations the token's user holds, what that shows, and which are missing. */
export function permissionsLine({ user: username, granted }: Check<'permissions'>, t: Translate): string {
	const user = quote(username);
	const all = quoted(fullPermissions, 'and', t);
	if (!granted) {
		return t('status_permissions_unknown', { user, all });
	}
	return granted.held.length > 0 ? seen(granted, user, t) : t('status_permissions_none', { user, all });
}

function seen({ held: permissions, incoming, outgoing }: TokenPermissions, user: string, t: Translate): string {
	const held = quoted(permissions, 'and', t);
	const among = fullPermissions.filter((full) => permissions.includes(full));
	const missing = quoted(
		fullPermissions.filter((full) => !among.includes(full)),
		'and',
		t,
	);
	if (incoming === 'all' && outgoing === 'all') {
		return t('status_permissions_all', { user, held });
	}
	if (incoming === 'own' && outgoing === 'own') {
		return among.length > 0
			? t('status_permissions_trap', { user, missing, outweighed: quoted(among, 'and', t) })
			: t('status_permissions_own', { user, missing });
	}
	return t('status_permissions_some', {
		user,
		held,
		missing,
		incoming: t(`status_incoming_${incoming}`),
		outgoing: t(`status_outgoing_${outgoing}`),
	});
}
