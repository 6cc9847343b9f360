/** What the token's user may see, in words. */
import { quote, quoted } from './names';
import type { StatusWords } from './statusWords';
import { type Check, fullPermissions } from '../status/checks';

/** Which integrations the token's user sees, and, where not all, which permissions to give. */
export function permissionsLine({ user, granted }: Check<'permissions'>, { t, advise }: StatusWords): string {
	if (!granted) {
		return t('status_permissions_unknown');
	}
	const { held, incoming, outgoing } = granted;
	if (incoming === 'all' && outgoing === 'all') {
		return t('status_permissions_all');
	}
	const missing = fullPermissions.filter((permission) => !held.includes(permission));
	const seen = { incoming: t(`status_incoming_${incoming}`), outgoing: t(`status_outgoing_${outgoing}`) };
	const said = held.length > 0 ? t('status_permissions_some', seen) : t('status_permissions_none');
	return `${said} ${advise(() => t('mend_role', { user: quote(user), missing: quoted(missing, 'and', t) }))}`;
}
