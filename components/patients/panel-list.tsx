import { Users } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';
import { type Column, DataTable } from '#components/ui/data-table';
import { EmptyState } from '#components/ui/empty-state';
import { TextLink } from '#components/ui/text-link';
import { type Formatter, formatter } from '#lib/i18n/format';
import { useAge } from './age-words';
import type { PatientView } from './patient-banner';

export interface PanelPatient extends PatientView {
  last_visit_at: string | null;
  next_visit_at: string | null;
}

interface PanelListProps {
  patients: readonly PanelPatient[];
  today: string;
  zone: string;
  hrefOf: (patient: PanelPatient) => string;
  /** What was searched for, so that nothing found is said rightly. */
  query?: string;
  /** Pagination. */
  footer?: ReactNode;
}

type Words = ReturnType<typeof useTranslations<'patients'>>;

const quiet = (text: string) => <span className="text-muted">{text}</span>;

function born(birthDate: string | null, age: string | null, format: Formatter, t: Words) {
  if (!birthDate) return t('bornUnknown');
  return age === null ? format.partialDate(birthDate) : `${format.partialDate(birthDate)} (${age})`;
}

function sexOf({ sex }: PatientView, t: Words) {
  const key = `sex.${sex}` as 'sex.female';
  return t.has(key) ? t(key) : t('sexUnknown');
}

function visitColumn(
  key: 'last_visit_at' | 'next_visit_at',
  format: Formatter,
  t: Words,
): Column<PanelPatient> {
  return {
    key,
    header: t(`column.${key}`),
    phone: key === 'next_visit_at' ? 'body' : 'hidden',
    cell: ({ [key]: at }) => {
      if (!at) return <span className="text-muted max-md:hidden">{t('noVisit')}</span>;
      if (key === 'last_visit_at') return quiet(format.date(at));
      return (
        <>
          <span className="text-muted md:hidden">{t('column.next_visit_at')} </span>
          {format.dateTime(at)}
        </>
      );
    },
  };
}

/** The doctor's own patients. */
export function PanelList({ patients, today, zone, hrefOf, query, footer }: PanelListProps) {
  const t = useTranslations('patients');
  const format = formatter(useLocale(), zone);
  const ageAt = useAge();
  if (patients.length === 0) {
    return (
      <EmptyState
        icon={<Users aria-hidden className="size-6" />}
        title={query ? t('none.title', { query }) : t('empty.title')}
      >
        {query ? t('none.text') : t('empty.text')}
      </EmptyState>
    );
  }
  const columns: readonly Column<PanelPatient>[] = [
    {
      key: 'name',
      header: t('column.name'),
      phone: 'lead',
      cell: (patient) => (
        <TextLink href={hrefOf(patient)} className="inline-flex min-h-8 items-center">
          <bdi>{patient.legal_name || t('unnamed')}</bdi>
        </TextLink>
      ),
    },
    {
      key: 'born',
      header: t('column.born'),
      phone: 'line',
      cell: ({ birth_date: date }) => quiet(born(date, date && ageAt(date, today), format, t)),
    },
    {
      key: 'record_number',
      header: t('column.record_number'),
      phone: 'hidden',
      cell: ({ record_number }) => <span className="font-mono text-muted">{record_number}</span>,
    },
    { key: 'sex', header: t('column.sex'), phone: 'aside', cell: (patient) => quiet(sexOf(patient, t)) },
    visitColumn('last_visit_at', format, t),
    visitColumn('next_visit_at', format, t),
  ];
  return (
    <Card flush>
      <DataTable caption={t('title')} columns={columns} rows={patients} rowKey={(patient) => patient.id} />
      {footer}
    </Card>
  );
}
