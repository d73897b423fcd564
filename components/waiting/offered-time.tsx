import { useTranslations } from 'next-intl';
import { HoldClock } from '#components/appointments/hold-clock';
import { SameTime } from '#components/appointments/same-time';
import { useTwoClocks } from '#components/appointments/two-clocks';
import type { FormAction } from '#components/form/form-state';
import { OfferForm } from './offer-form';
import { useReplacedTime } from './replaced-time';
import type { WaitEntry, WaitOffer } from './wait';

interface OfferedTimeProps {
  offer: WaitOffer;
  wait: Pick<WaitEntry, 'visit_at' | 'visit_zone'>;
  /** By whose clock the reader wants to read, where they have chosen one. */
  ownZone: string | null;
  now: string;
  action: FormAction | undefined;
}

/** A time that is kept for somebody, how long still, and the answer to it. */
export function OfferedTime({ offer, wait, ownZone, now, action }: OfferedTimeProps) {
  const t = useTranslations('waiting');
  const { scheduled_at, doctor_name, clinic_name, zone, mode, expires_at } = offer;
  const { format } = useTwoClocks(zone, ownZone);
  const replaced = useReplacedTime(wait, zone, ownZone);
  const seconds = Math.max(0, Math.floor((Date.parse(expires_at) - Date.parse(now)) / 1000));
  return (
    <section
      aria-label={t('offered')}
      className="flex flex-col gap-3 rounded-field bg-primary-soft px-4 py-3"
    >
      <div>
        <p className="text-lg font-semibold tabular-nums">
          {format.longDateWithYear(scheduled_at)}, {format.time(scheduled_at)}
        </p>
        <p className="tabular-nums empty:hidden">
          <SameTime at={scheduled_at} zone={zone} ownZone={ownZone} />
        </p>
        <p>
          <bdi>{doctor_name}</bdi>, {clinic_name}, {t(`mode.${mode}`)}.{' '}
          {t(ownZone ? 'ownClock' : 'clock', { zone: ownZone ?? zone })}
        </p>
        {replaced && <p>{t('replaces', { when: replaced })}</p>}
        <p>
          {t('keptUntil', { when: format.time(expires_at) })}
          <HoldClock seconds={seconds} labels={{ left: t('left', { time: '{time}' }), over: t('over') }} />
        </p>
      </div>
      {action && <OfferForm id={`offer-${offer.id}`} action={action} />}
    </section>
  );
}
