import { getLocale, getTranslations } from 'next-intl/server';
import { RecordBadge } from '#components/records/record-badge';
import { recordDate } from '#components/records/record-date';
import { NoRecords } from '#components/records/record-timeline';
import { Card } from '#components/ui/card';
import { DataTable } from '#components/ui/data-table';
import { TextLink } from '#components/ui/text-link';
import { formatter } from '#lib/i18n/format';
import { viewTimeline } from '#lib/operations/records/timeline';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import type { SectionProps } from './section-props';

const most = 500;

/** Each vaccination that was given, or was not and why. */
export async function Vaccinations({ patientId, zone }: SectionProps) {
  const asked = { patient_id: patientId, record_types: ['immunization' as const], limit: most };
  const [{ items }, locale, t] = await Promise.all([
    query(viewTimeline, asked),
    getLocale(),
    getTranslations('records'),
  ]);
  const format = formatter(locale, zone);
  const rows = items.filter((record) => record.record_type === 'immunization');
  if (rows.length === 0) return <NoRecords filtered={false} />;
  return (
    <Card flush className="max-w-4xl">
      <DataTable
        caption={t('section.vaccinations')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'title',
            header: t('type.immunization'),
            phone: 'lead',
            cell: ({ id, title }) => <TextLink href={paths.doctor.record(patientId, id)}>{title}</TextLink>,
          },
          {
            key: 'date',
            header: t('field.occurred_at'),
            phone: 'line',
            cell: ({ occurred_at }) => (occurred_at ? recordDate(occurred_at, format) : t('dateUnknown')),
          },
          {
            key: 'dose',
            header: t('field.dose_number'),
            phone: 'hidden',
            cell: ({ content }) => content.dose_number,
          },
          {
            key: 'lot',
            header: t('field.lot_number'),
            phone: 'hidden',
            cell: ({ content }) => content.lot_number,
          },
          {
            key: 'status',
            header: t('field.clinical_status'),
            phone: 'aside',
            cell: (record) => (
              <>
                <RecordBadge record={record} /> {record.content.status_reason}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
