import { useLocale, useTranslations } from 'next-intl';
import { plainMedicine } from '#components/records/plain-medicine';
import type { PrescriptionRecord } from '#components/records/record';
import { recordDate } from '#components/records/record-date';
import { ButtonLink } from '#components/ui/button-link';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';
import type { RefillRequest } from './request';

interface MedicineCardProps {
  medicine: PrescriptionRecord;
  zone: string;
  /** The newest wish for more of it. */
  refill: RefillRequest | undefined;
}

/** A medicine that is taken now: what, how, since when, and how to get more. */
export function MedicineCard({ medicine, zone, refill }: MedicineCardProps) {
  const t = useTranslations('requests.medications');
  const format = formatter(useLocale(), zone);
  const name = plainMedicine(medicine.title);
  const { dosage, quantity, refills, starts } = medicine.content;
  const since = starts ?? medicine.occurred_at;
  const facts = [
    quantity === undefined ? null : format.number(quantity),
    since ? t('since', { date: recordDate(since, format) }) : null,
    refills === undefined ? null : t('refills', { count: Number(refills) }),
  ].filter((fact) => fact !== null);
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-5 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <TextLink
          href={paths.patient.record(medicine.id)}
          look="plain"
          className="font-semibold wrap-break-word"
        >
          {name}
        </TextLink>
        <p className="wrap-break-word">{dosage ?? <span className="text-muted">{t('noDosage')}</span>}</p>
        {facts.length > 0 && <p className="text-base text-muted tabular-nums">{facts.join(' · ')}</p>}
      </div>
      <RefillState medicine={medicine} name={name} refill={refill} zone={zone} />
    </div>
  );
}

function RefillState({ medicine, name, refill, zone }: MedicineCardProps & { name: string }) {
  const t = useTranslations('requests.medications');
  const format = formatter(useLocale(), zone);
  if (refill?.status === 'requested') {
    return (
      <TextLink href={paths.patient.refillRequest(refill.id)} className="inline-flex min-h-11 items-center">
        {t('open', { date: format.date(refill.requested_at) })}
      </TextLink>
    );
  }
  // What turns the meaning of a prescription has to be spoken about, not refilled.
  if (medicine.warnings.length > 0) return null;
  return (
    <div className="flex flex-col items-start gap-1">
      <ButtonLink href={paths.patient.askRefill(medicine.id)} tone="secondary">
        <span aria-hidden>{t('ask')}</span>
        <span className="sr-only">{t('askOf', { name })}</span>
      </ButtonLink>
      {refill?.status === 'denied' && (
        <TextLink
          href={paths.patient.refillRequest(refill.id)}
          className="inline-flex min-h-11 items-center text-base"
        >
          {t('denied', { date: format.date(refill.requested_at) })}
        </TextLink>
      )}
    </div>
  );
}
