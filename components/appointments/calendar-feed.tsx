import { useLocale, useTranslations } from 'next-intl';
import { Form } from '#components/form/form';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { SubmitButton } from '#components/ui/submit-button';
import { formatter } from '#lib/i18n/format';
import { FeedAddress } from './feed-address';

interface CalendarFeedProps {
  /** The address that works, if there is one. */
  feed: { created_at: string } | null;
  zone: string;
  make: FormAction;
  revoke: FormAction;
}

/** The secret address for a calendar: made, shown once, ended. */
export function CalendarFeed({ feed, zone, make, revoke }: CalendarFeedProps) {
  const t = useTranslations('calendar');
  const format = formatter(useLocale(), zone);
  return (
    <Card className="flex flex-col gap-5">
      <p>{feed ? t('since', { at: format.dateTime(feed.created_at) }) : t('none')}</p>
      <Form id="make-feed" action={make}>
        <FeedAddress label={t('address')} hint={t('addressHint')} />
        {feed && <p className="text-muted">{t('again')}</p>}
        <SubmitButton tone={feed ? 'secondary' : undefined} pendingLabel={t('pending')}>
          {feed ? t('remake') : t('make')}
        </SubmitButton>
      </Form>
      {feed && (
        <Form id="revoke-feed" action={revoke}>
          <SubmitButton tone="danger" pendingLabel={t('pending')}>
            {t('revoke')}
          </SubmitButton>
        </Form>
      )}
    </Card>
  );
}
