import { useTranslations } from 'next-intl';
import { SessionGuard } from '#components/shell/session-guard';
import { staySignedIn } from './stay-signed-in';

/** What watches over the session of whoever has a portal's page open. */
export function PortalGuard() {
  const t = useTranslations('shell.idle');
  const said = { 120: t('said.120'), 60: t('said.60'), 30: t('said.30') };
  const labels = {
    ...{ title: t('title'), text: t('text'), left: t('left'), said },
    ...{ stay: t('stay'), staying: t('staying'), signOut: t('signOut') },
  };
  return <SessionGuard extend={staySignedIn} labels={labels} />;
}
