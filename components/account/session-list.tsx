import { MonitorSmartphone } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { formatter } from '#lib/i18n/format';

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
  return (
    <Card as="ul" flush>
      {sessions.map((session) => (
        <li key={session.id} className="flex items-start gap-4 px-5 py-4 dense:px-4 dense:py-3">
          <MonitorSmartphone aria-hidden className="mt-0.5 size-5 shrink-0 text-primary" />
          <div className="min-w-0 flex-1">
            <p className="font-semibold wrap-break-word">{session.device ?? t('unknownDevice')}</p>
            <p className="text-base text-muted tabular-nums dense:text-sm">
              {t('since', { at: format.dateTime(session.created_at) })}
              <br />
              {t('lastSeen', { at: format.dateTime(session.last_activity) })}
              {session.ip && <span className="font-mono text-sm dense:text-xs"> {session.ip}</span>}
            </p>
          </div>
          {session.current && <Badge tone="primary">{t('current')}</Badge>}
        </li>
      ))}
    </Card>
  );
}
