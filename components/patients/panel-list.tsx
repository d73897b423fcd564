import { Users } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { type Column, DataTable } from '#components/ui/data-table';
import { EmptyState } from '#components/ui/empty-state';
import { TextLink } from '#components/ui/text-link';
import { ageOn, formatter } from '#lib/i18n/format';
import type { PatientView } from './patient-banner';

interface PanelListProps {
  patients: readonly PatientView[];
  today: string;
  zone: string;
  hrefOf: (patient: PatientView) => string;
  /** What was searched for, so that nothing found is said rightly. */
  query?: string;
}

/** The doctor's own patients. */
export function PanelList({ patients, today, zone, hrefOf, query }: PanelListProps) {
  const t = useTranslations('patients');
  const format = formatter(useLocale(), zone);
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
  const sexOf = ({ sex }: PatientView) => {
    const key = `sex.${sex}` as 'sex.female';
    return t.has(key) ? t(key) : t('sexUnknown');
  };
  const columns: readonly Column<PatientView>[] = [
    {
      key: 'name',
      header: t('column.name'),
      phone: 'lead',
      cell: (patient) => (
        <TextLink href={hrefOf(patient)} className="inline-flex min-h-8 items-center">
          <bdi>{patient.name}</bdi>
        </TextLink>
      ),
    },
    {
      key: 'born',
      header: t('column.born'),
      cell: ({ birth_date: born, deceased_at: died }) => (
        <span className="text-muted">
          {born
            ? `${format.partialDate(born)} (${ageOn(born, died?.slice(0, 10) ?? today)})`
            : t('bornUnknown')}
        </span>
      ),
    },
    {
      key: 'sex',
      header: t('column.sex'),
      phone: 'aside',
      cell: (patient) => <span className="text-muted">{sexOf(patient)}</span>,
    },
  ];
  return (
    <Card flush>
      <DataTable caption={t('title')} columns={columns} rows={patients} rowKey={(patient) => patient.id} />
    </Card>
  );
}
