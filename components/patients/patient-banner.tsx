import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ageOn, formatter } from '#lib/i18n/format';

export interface PatientView {
  id: string;
  /** Empty where nobody has told it yet. */
  legal_name: string;
  /** ISO date, or the year or month of it. */
  birth_date: string | null;
  sex: string | null;
}

interface PatientBannerProps {
  patient: PatientView & { deceased: boolean; deceased_at: string | null };
  /** ISO date of today in the clinic's zone. */
  today: string;
  zone: string;
  /** On record pages the name is not the page's h1. */
  heading?: 'h1' | 'p';
  /** What one does with the chart. */
  actions?: ReactNode;
}

/** Whose record this is, on every page of it (NHS CUI patient banner: value heavier than label, age in brackets). */
export function PatientBanner(props: PatientBannerProps) {
  const { patient, heading: Heading = 'p', actions } = props;
  const t = useTranslations('patients');
  const sex = `sex.${patient.sex}` as 'sex.female';
  return (
    <section
      aria-label={t('banner')}
      className="card-edge flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-card border border-border/60 bg-surface px-4 py-3 shadow-card"
    >
      <div className="min-w-0">
        <Heading className="text-xl font-bold wrap-break-word">
          <bdi>{patient.legal_name || t('unnamed')}</bdi>
        </Heading>
        <p className="flex flex-wrap gap-x-4 text-muted tabular-nums">
          <Life {...props} />
          <span className="font-semibold text-ink">{t.has(sex) ? t(sex) : t('sexUnknown')}</span>
        </p>
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2 no-print">{actions}</div>}
    </section>
  );
}

function Life({ patient, today, zone }: PatientBannerProps) {
  const t = useTranslations('patients');
  const format = formatter(useLocale(), zone);
  const { birth_date: born, deceased, deceased_at } = patient;
  const died = deceased_at?.slice(0, 10);
  const age = born && !(deceased && !died) ? ageOn(born, died ?? today) : null;
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
