import { Inbox } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { EmailText } from '#components/ui/email-text';
import { EmptyState } from '#components/ui/empty-state';
import { formatter } from '#lib/i18n/format';
import { MailText } from './mail-text';

export interface OutboxMail {
  id: string;
  to: string;
  /** Null for a text message. */
  subject: string | null;
  text: string;
  created_at: string;
}

interface OutboxListProps {
  /** Newest first. */
  mails: readonly OutboxMail[];
  zone: string;
  /** Links to this site only are made clickable. */
  origin: string;
}

/** What the demo would have sent. */
export function OutboxList({ mails, zone, origin }: OutboxListProps) {
  const t = useTranslations('demo.outbox');
  const format = formatter(useLocale(), zone);
  if (mails.length === 0) {
    return (
      <EmptyState icon={<Inbox aria-hidden className="size-7" />} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    );
  }
  return (
    <ol className="flex flex-col gap-4">
      {mails.map((mail) => (
        <li key={mail.id}>
          <Card as="article" labelledBy={`mail-${mail.id}`} className="flex flex-col gap-3">
            <header>
              <h2 id={`mail-${mail.id}`} className="text-xl wrap-break-word">
                {mail.subject ?? t('textMessage')}
              </h2>
              <p className="text-base text-muted tabular-nums">
                {t('to')} {mail.subject === null ? <bdi>{mail.to}</bdi> : <EmailText>{mail.to}</EmailText>}
                {' · '}
                {format.dateTime(mail.created_at)}
              </p>
            </header>
            <MailText text={mail.text} origin={origin} />
          </Card>
        </li>
      ))}
    </ol>
  );
}
