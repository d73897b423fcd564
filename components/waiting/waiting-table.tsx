import { Hourglass } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { type Column, DataTable } from '#components/ui/data-table';
import { EmptyState } from '#components/ui/empty-state';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { paths } from '#lib/platform/paths';
import { type WaitEntry, waitTones } from './wait';
import { WaitWish } from './wait-wish';

interface Waiter extends Pick<WaitEntry, 'id' | 'service_name' | 'mode' | 'from' | 'until' | 'parts'> {
  patient_id: string;
  patient_name: string | null;
  for_me: boolean;
  visit_at: string | null;
  state: 'waiting' | 'offered';
  offered_at: string | null;
  created_at: string;
  waited_days: number;
}

/** Who waits for a doctor, whoever waits longest first. */
export function WaitingTable({ waiters, zone }: { waiters: readonly Waiter[]; zone: string }) {
  const t = useTranslations('waiting');
  const format = formatter(useLocale(), zone);
  if (waiters.length === 0) {
    return (
      <EmptyState icon={<Hourglass aria-hidden className="size-6" />} title={t('doctor.empty.title')}>
        {t('doctor.empty.text')}
      </EmptyState>
    );
  }
  const columns: readonly Column<Waiter>[] = [
    { key: 'who', header: t('doctor.who'), phone: 'lead', cell: (row) => <Who {...row} /> },
    {
      key: 'state',
      header: t('doctor.state'),
      phone: 'aside',
      cell: ({ state }) => <Badge tone={waitTones[state]}>{t(`state.${state}`)}</Badge>,
    },
    {
      key: 'what',
      header: t('doctor.what'),
      cell: (row) => (
        <>
          <span className="block">
            {[t(row.for_me ? 'doctor.forMe' : 'doctor.forAny'), row.service_name].filter(Boolean).join(', ')}
          </span>
          <span className="block text-muted">
            <WaitWish {...row} />
          </span>
          {row.visit_at && (
            <span className="block text-muted">
              {t('earlierThan', { when: format.dateTime(row.visit_at) })}
            </span>
          )}
          {row.offered_at && (
            <span className="block">{t('doctor.kept', { when: format.dateTime(row.offered_at) })}</span>
          )}
        </>
      ),
    },
    {
      key: 'since',
      header: t('doctor.since'),
      cell: ({ created_at, waited_days }) =>
        `${format.date(created_at)} (${t('doctor.waited', { days: waited_days })})`,
    },
  ];
  return (
    <Card flush>
      <DataTable caption={t('doctor.title')} columns={columns} rows={waiters} rowKey={({ id }) => id} />
    </Card>
  );
}

/** By name where the chart is open to the reader. */
function Who({ patient_id, patient_name }: Pick<Waiter, 'patient_id' | 'patient_name'>) {
  const t = useTranslations('waiting.doctor');
  if (!patient_name) return <span className="text-muted">{t('unknown')}</span>;
  return (
    <TextLink
      href={paths.doctor.patient(patient_id)}
      className="inline-flex min-h-11 items-center font-semibold compact:min-h-6"
    >
      <bdi>{patient_name}</bdi>
    </TextLink>
  );
}
