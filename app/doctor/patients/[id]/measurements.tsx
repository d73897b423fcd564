import { getLocale, getTranslations } from 'next-intl/server';
import { recordDate } from '#components/records/record-date';
import { NoRecords } from '#components/records/record-timeline';
import { VitalChart } from '#components/records/vital-chart';
import { type VitalRecord, type VitalSeries, vitalSeries } from '#components/records/vital-series';
import { vitalValue } from '#components/records/vital-value';
import { Card } from '#components/ui/card';
import { DataTable } from '#components/ui/data-table';
import { TextLink } from '#components/ui/text-link';
import { type Formatter, formatter } from '#lib/i18n/format';
import { viewTimeline } from '#lib/operations/records/timeline';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import type { SectionProps } from './section-props';

const most = 2000;

/** What was measured, each over time: a drawing, and the same as a table. */
export async function Measurements({ patientId, zone }: SectionProps) {
  const asked = { patient_id: patientId, record_types: ['vital_sign' as const], limit: most };
  const [{ items }, locale] = await Promise.all([query(viewTimeline, asked), getLocale()]);
  const records = items.filter((record) => record.record_type === 'vital_sign');
  if (records.length === 0) return <NoRecords filtered={false} />;
  const format = formatter(locale, zone);
  return (
    <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
      {vitalSeries(records).map((series) => (
        <Measured key={series.key} series={series} format={format} patientId={patientId} />
      ))}
    </div>
  );
}

interface MeasuredProps {
  series: VitalSeries;
  format: Formatter;
  patientId: string;
}

async function Measured({ series, format, patientId }: MeasuredProps) {
  const t = await getTranslations('records');
  const [newest] = series.records;
  if (!newest) return null;
  return (
    <Card as="section" labelledBy={`vital-${newest.id}`} className="flex flex-col gap-3">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id={`vital-${newest.id}`} className="min-w-0 font-semibold wrap-break-word">
          {series.title}
        </h2>
        <p className="shrink-0 text-end tabular-nums">
          <strong className="text-xl">{valueText(newest, format) ?? t('noValue')}</strong>
          <span className="block text-muted">{dateText(newest, format)}</span>
        </p>
      </div>
      <VitalChart series={series} format={format} />
      <details>
        <summary className="inline-flex min-h-11 items-center font-semibold text-primary-ink underline compact:min-h-8">
          {t('chart.table', { count: series.records.length })}
        </summary>
        <DataTable
          caption={series.title}
          rows={series.records}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'date',
              header: t('field.occurred_at'),
              phone: 'lead',
              cell: (record) => (
                <TextLink href={paths.doctor.record(patientId, record.id)}>
                  {dateText(record, format) ?? t('dateUnknown')}
                </TextLink>
              ),
            },
            {
              key: 'value',
              header: t('field.value'),
              phone: 'aside',
              cell: (record) => valueText(record, format) ?? t('noValue'),
            },
          ]}
        />
      </details>
    </Card>
  );
}

const valueText = ({ content }: VitalRecord, format: Formatter) => vitalValue(content, format);
const dateText = ({ occurred_at }: VitalRecord, format: Formatter) =>
  occurred_at && recordDate(occurred_at, format);
