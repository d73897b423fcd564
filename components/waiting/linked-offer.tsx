import { CalendarCheck, CalendarX } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { SameTime } from '#components/appointments/same-time';
import { useTwoClocks } from '#components/appointments/two-clocks';
import type { FormAction } from '#components/form/form-state';
import { Card } from '#components/ui/card';
import { MessagePage } from '#components/ui/message-page';
import { TextLink } from '#components/ui/text-link';
import { paths } from '#lib/platform/paths';
import { OfferForm } from './offer-form';
import { useReplacedTime } from './replaced-time';

interface LinkedOfferProps {
  offer: {
    scheduled_at: string;
    zone: string;
    own_zone: string | null;
    mode: 'in_person' | 'video';
    clinic_name: string;
    expires_at: string;
    visit_at: string | null;
    visit_zone: string | null;
  };
  token: string;
  action: FormAction;
}

/** A time that is kept, for whoever has followed the link of a mail. */
export function LinkedOffer({ offer, token, action }: LinkedOfferProps) {
  const t = useTranslations('waiting');
  const { format } = useTwoClocks(offer.zone, offer.own_zone);
  const replaced = useReplacedTime(offer, offer.zone, offer.own_zone);
  const timeOf = (moment: string) => `${format.longDateWithYear(moment)}, ${format.time(moment)}`;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-1">
        <h1 className="text-3xl font-bold">{t('link.title')}</h1>
        <p className="text-muted">{t('link.intro')}</p>
      </div>
      <Card className="flex flex-col gap-3">
        <p className="text-xl font-semibold">{timeOf(offer.scheduled_at)}</p>
        <p className="text-muted tabular-nums empty:hidden">
          <SameTime at={offer.scheduled_at} zone={offer.zone} ownZone={offer.own_zone} />
        </p>
        <p className="text-muted">
          {t('link.where', { clinic: offer.clinic_name, zone: offer.own_zone ?? offer.zone })}
        </p>
        <p className="text-muted">{t(`mode.${offer.mode}`)}</p>
        {replaced && <p>{t('replaces', { when: replaced })}</p>}
        <p>{t('keptUntil', { when: timeOf(offer.expires_at) })}</p>
        <OfferForm id="visit-offer" action={action} token={token} />
      </Card>
    </div>
  );
}

/** What the link has done. */
export function LinkedOfferAnswered({ done }: { done: 'accepted' | 'declined' }) {
  const t = useTranslations('waiting.link');
  const Icon = done === 'accepted' ? CalendarCheck : CalendarX;
  return (
    <MessagePage
      icon={<Icon aria-hidden className="size-8" />}
      title={t(`done.${done}`)}
      actions={<TextLink href={paths.patient.visits}>{t('way')}</TextLink>}
    >
      <p>{t(`doneText.${done}`)}</p>
    </MessagePage>
  );
}
