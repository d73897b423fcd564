import { MonitorSmartphone } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { formatter } from '#lib/i18n/format';
import { useDeviceName } from './device-name';

export interface SessionView {
  id: string;
  /** "Firefox on Linux"; null where the browser said nothing. */
  device: string | null;
  ip: string | null;
  created_at: string;
  last_activity: string;
  current: boolean;
}

/** Where this account is signed in. */
export function SessionList({ sessions, zone }: { sessions: readonly SessionView[]; zone: string }) {
  const t = useTranslations('account.sessions');
  const format = formatter(useLocale(), zone);
  const nameOf = useDeviceName();
  return (
    <Card as="ul" flush>
      {sessions.map((session) => (
        <li key={session.id} className="flex items-start gap-4 px-5 py-4 dense:px-4 dense:py-3">
          <MonitorSmartphone aria-hidden className="mt-0.5 size-5 shrink-0 text-primary" />
          <div className="min-w-0 flex-1">
            <p className="flex items-start justify-between gap-3 font-semibold wrap-break-word">
              {nameOf(session.device) ?? t('unknownDevice')}
              {session.current && <Badge tone="primary">{t('current')}</Badge>}
            </p>
            <p className="text-base text-muted tabular-nums dense:text-sm">
              {t('since', { at: format.dateTime(session.created_at) })}
              <br />
              {t('lastSeen', { at: format.dateTime(session.last_activity) })}
              {session.ip && (
                <>
                  {' '}
                  {t.rich('from', { ip: session.ip, mono: (ip) => <span className="font-mono">{ip}</span> })}
                </>
              )}
            </p>
          </div>
        </li>
      ))}
    </Card>
  );
}
