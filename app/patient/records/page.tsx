import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { isRecordKind } from '#components/records/record';
import { RecordTimeline } from '#components/records/record-timeline';
import { RecordTypeFilter } from '#components/records/record-type-filter';
import { PageHeader } from '#components/ui/page-header';
import { Pagination } from '#components/ui/pagination';
import { listChartRecords } from '#lib/operations/records/list';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { pageNumber, queryOf, type SearchParams } from '#lib/transport/page-query';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records');
  return { title: t('titleList') };
}

export default async function RecordsPage({ searchParams }: { searchParams: SearchParams }) {
  const [{ zone }, asked, t] = await Promise.all([
    personOf('patient'),
    queryOf(searchParams),
    getTranslations('records'),
  ]);
  const type = isRecordKind(asked.type) ? asked.type : undefined;
  const records = await query(listChartRecords, { record_type: type, page: pageNumber(asked.page) });
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('titleList')} summary={t('count', { count: records.total })} />
      {(records.total > 0 || type) && (
        <RecordTypeFilter current={type} hrefOf={(kind) => paths.patient.recordsOf({ type: kind })} />
      )}
      <RecordTimeline
        records={records.items}
        zone={zone}
        filtered={type !== undefined}
        hrefOf={({ id }) => paths.patient.record(id)}
      />
      <Pagination {...records} order="time" hrefOf={(page) => paths.patient.recordsOf({ type, page })} />
    </div>
  );
}
