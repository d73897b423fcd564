import { MonitorSmartphone } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { formatter } from '#lib/i18n/format';
import { useDeviceName } from './device-name';

export interface SessionView {
  id: string;
  /** "Firefox on Linux"; null where the browser said nothing. */
  device: string | null;
  ip: string | null;
  /** Country and city, where the clinic has a file of places. */
  place: string | null;
  created_at: string;
  last_activity: string;
  /** What was shown last beside the password; null: the password alone. */
  second_factor: 'totp' | 'sms' | 'webauthn' | 'recovery_code' | 'sso' | null;
  current: boolean;
}

interface SessionListProps {
  sessions: readonly SessionView[];
  zone: string;
  /** Posts `id`: ends that one. */
  end: FormAction;
}

/** Where this account is signed in. */
export function SessionList({ sessions, zone, end }: SessionListProps) {
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
              {session.place && ` · ${session.place}`}
              <br />
              {t(`by.${session.second_factor ?? 'password'}`)}
            </p>
            {!session.current && (
              <Form id={`end-${session.id}`} action={end} className="mt-2">
                <input type="hidden" name="id" value={session.id} />
                <SubmitButton tone="secondary" pendingLabel={t('ending')}>
                  {t('end')}
                  <span className="sr-only">{t('endOf', { at: format.dateTime(session.created_at) })}</span>
                </SubmitButton>
              </Form>
            )}
          </div>
        </li>
      ))}
    </Card>
  );
}
