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

interface RecordsBodyProps {
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
  searchParams: SearchParams;
}

export async function RecordsBody({ patientId, searchParams }: RecordsBodyProps) {
  const [{ zone }, asked, t] = await Promise.all([
    personOf('patient'),
    queryOf(searchParams),
    getTranslations('records'),
  ]);
  const to = paths.patient.chart(patientId);
  const type = isRecordKind(asked.type) ? asked.type : undefined;
  const records = await query(listChartRecords, {
    patient_id: patientId,
    record_type: type,
    page: pageNumber(asked.page),
  });
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('titleList')} summary={t('count', { count: records.total })} />
      {(records.total > 0 || type) && (
        <RecordTypeFilter current={type} hrefOf={(kind) => to.recordsOf({ type: kind })} />
      )}
      <RecordTimeline
        records={records.items}
        zone={zone}
        filtered={type !== undefined}
        hrefOf={({ id }) => to.record(id)}
      />
      <Pagination {...records} order="time" hrefOf={(page) => to.recordsOf({ type, page })} />
    </div>
  );
}
