import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { formatter } from '#lib/i18n/format';
import { useAge } from './age-words';
import { type Allergy, AllergyStrip } from './allergy-strip';
import { type Alerts, ChartAlerts } from './chart-alerts';

export interface PatientView {
  id: string;
  /** Empty where nobody has told it yet. */
  legal_name: string;
  /** ISO date, or the year or month of it. */
  birth_date: string | null;
  sex: string | null;
  record_number: string;
}

interface PatientBannerProps {
  patient: PatientView & {
    deceased: boolean;
    deceased_at: string | null;
    allergies: readonly Allergy[];
    alerts: Alerts;
  };
  /** ISO date of today in the clinic's zone. */
  today: string;
  zone: string;
  /** On record pages the name is not the page's h1. */
  heading?: 'h1' | 'p';
}

/**
 * Whose record this is, on every page of it, in sight wherever one scrolls (NHS CUI patient banner: value heavier than
 * label, age in brackets). On a phone sex and number stand below it and scroll.
 */
export function PatientBanner(props: PatientBannerProps) {
  const { patient, heading: Heading = 'p' } = props;
  const t = useTranslations('patients');
  return (
    <>
      <section
        aria-label={t('banner')}
        data-chart-banner
        className="card-edge sticky top-(--banner) z-30 -mx-4 border-y border-border bg-surface px-4 py-2 shadow-card sm:mx-0 sm:rounded-card sm:border sm:px-4 sm:py-2.5 print:static"
      >
        <div className="flex items-baseline gap-x-4 gap-y-1 sm:flex-wrap">
          <Heading className="min-w-0 text-base font-bold max-sm:truncate sm:text-xl sm:wrap-break-word">
            <bdi>{patient.legal_name || t('unnamed')}</bdi>
          </Heading>
          <p className="flex shrink-0 flex-wrap gap-x-4 text-muted tabular-nums max-sm:ms-auto">
            <Life {...props} />
            <Identity patient={patient} className="max-sm:hidden" />
          </p>
          <ChartAlerts patient={patient} className="ms-auto flex flex-wrap gap-1.5 max-sm:hidden" />
        </div>
        <AllergyStrip patientId={patient.id} allergies={patient.allergies} />
        <ChartAlerts
          patient={patient}
          className="flex items-center gap-1.5 overflow-x-auto whitespace-nowrap sm:hidden"
        />
      </section>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5 text-muted sm:hidden">
        <Identity patient={patient} className="" />
      </div>
    </>
  );
}

function Identity({
  patient: { sex, record_number },
  className,
}: {
  patient: PatientView;
  className: string;
}) {
  const t = useTranslations('patients');
  const key = `sex.${sex}` as 'sex.female';
  return (
    <>
      <span className={`font-semibold text-ink ${className}`.trimEnd()}>
        {t.has(key) ? t(key) : t('sexUnknown')}
      </span>
      <span className={className || undefined}>
        {t.rich('number', {
          number: record_number,
          strong: (chunks) => <strong className="font-mono font-semibold text-ink">{chunks}</strong>,
        })}
      </span>
    </>
  );
}

function Life({ patient, today, zone }: PatientBannerProps) {
  const t = useTranslations('patients');
  const format = formatter(useLocale(), zone);
  const ageAt = useAge();
  const { birth_date: born, deceased, deceased_at } = patient;
  const died = deceased_at?.slice(0, 10);
  const age = born && !(deceased && !died) ? ageAt(born, died ?? today) : null;
  return (
    <>
      <span>
        {born === null && t('bornUnknown')}
        {born && age === null && t.rich('bornOn', { date: format.partialDate(born), strong })}
        {born && age !== null && t.rich('born', { date: format.partialDate(born), age, strong })}
      </span>
      {deceased && (
        <span>
          {died ? t.rich('died', { date: format.partialDate(died), strong }) : t.rich('deceased', { strong })}
        </span>
      )}
    </>
  );
}

const strong = (chunks: ReactNode) => <strong className="font-semibold text-ink">{chunks}</strong>;
