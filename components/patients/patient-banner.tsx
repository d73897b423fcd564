import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ageOn, formatter } from '#lib/i18n/format';

export interface PatientView {
  id: string;
  name: string;
  /** ISO date. */
  birth_date: string | null;
  sex: string | null;
  deceased_at?: string | null;
}

interface PatientBannerProps {
  patient: PatientView;
  /** ISO date of today in the clinic's zone. */
  today: string;
  zone: string;
  /** On record pages the name is not the page's h1. */
  heading?: 'h1' | 'p';
}

/** Whose record this is, on every page of it (NHS CUI patient banner: value heavier than label, age in brackets). */
export function PatientBanner({ patient, today, zone, heading: Heading = 'p' }: PatientBannerProps) {
  const t = useTranslations('patients');
  const format = formatter(useLocale(), zone);
  const { birth_date: born, deceased_at: died } = patient;
  const sex = `sex.${patient.sex}` as 'sex.female';
  return (
    <section
      aria-label={t('banner')}
      className="card-edge rounded-card border border-border/60 bg-surface px-4 py-3 shadow-card"
    >
      <Heading className="text-xl font-bold wrap-break-word">
        <bdi>{patient.name}</bdi>
      </Heading>
      <p className="flex flex-wrap gap-x-4 text-muted tabular-nums">
        <span>
          {born
            ? t.rich('born', {
                date: format.partialDate(born),
                age: ageOn(born, died?.slice(0, 10) ?? today),
                strong,
              })
            : t('bornUnknown')}
        </span>
        {died && <span>{t.rich('died', { date: format.partialDate(died.slice(0, 10)), strong })}</span>}
        <span className="font-semibold text-ink">{t.has(sex) ? t(sex) : t('sexUnknown')}</span>
      </p>
    </section>
  );
}

const strong = (chunks: ReactNode) => <strong className="font-semibold text-ink">{chunks}</strong>;
