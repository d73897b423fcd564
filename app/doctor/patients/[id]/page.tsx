import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { isRecordKind } from '#components/records/record';
import { RecordTimeline } from '#components/records/record-timeline';
import { RecordTypeFilter } from '#components/records/record-type-filter';
import { Pagination } from '#components/ui/pagination';
import { Section } from '#components/ui/section';
import { listChartRecords } from '#lib/operations/records/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';
import { ChartFrame } from './chart-frame';
import { ChartSummary } from './chart-summary';

interface ChartPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('patients');
  return { title: t('patient') };
}

export default async function ChartPage({ params, searchParams }: ChartPageProps) {
  const { zone } = await personOf('doctor');
  const [{ id }, asked, t] = await Promise.all([params, queryOf(searchParams), getTranslations('records')]);
  const type = isRecordKind(asked.type) ? asked.type : undefined;
  const page = pageNumber(asked.page);
  const records = await query(listChartRecords, { patient_id: id, record_type: type, page });
  return (
    <ChartFrame patientId={id} isChart>
      <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_23rem]">
        <Section id="timeline" title={t('timeline')} className="min-w-0 max-xl:order-last">
          <div className="flex flex-col gap-4">
            <RecordTypeFilter current={type} hrefOf={(kind) => paths.doctor.patientOf(id, { type: kind })} />
            <RecordTimeline
              records={records.items}
              zone={zone}
              filtered={type !== undefined}
              groupHeading="h3"
              hrefOf={(record) => paths.doctor.record(id, record.id)}
            />
            <Pagination
              {...records}
              order="time"
              hrefOf={(to) => paths.doctor.patientOf(id, { type, page: to })}
            />
          </div>
        </Section>
        <ChartSummary patientId={id} zone={zone} />
      </div>
    </ChartFrame>
  );
}
