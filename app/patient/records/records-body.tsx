import { getTranslations } from 'next-intl/server';
import { OlderRecords } from '#components/records/older-records';
import { isRecordGroup, recordGroups } from '#components/records/record';
import { RecordGroupFilter } from '#components/records/record-group-filter';
import { RecordTimeline } from '#components/records/record-timeline';
import { PageHeader } from '#components/ui/page-header';
import { viewTimeline } from '#lib/operations/records/timeline';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';

interface RecordsBodyProps {
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
  searchParams: SearchParams;
}

const perPage = 30;

export async function RecordsBody({ patientId, searchParams }: RecordsBodyProps) {
  const [{ zone }, asked, t] = await Promise.all([
    personOf('patient'),
    queryOf(searchParams),
    getTranslations('records'),
  ]);
  const to = paths.patient.chart(patientId);
  const group = isRecordGroup(asked.group) ? asked.group : undefined;
  const { before } = asked;
  const types = group && { record_types: [...recordGroups[group]] };
  const wanted = { patient_id: patientId, ...types, before, limit: perPage };
  const { items, total, next } = await query(viewTimeline, wanted);
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('titleList')} summary={t('count', { count: total ?? 0 })} />
      {(items.length > 0 || group) && (
        <RecordGroupFilter current={group} hrefOf={(one) => to.recordsOf({ group: one })} />
      )}
      <RecordTimeline
        records={items}
        zone={zone}
        filtered={group !== undefined}
        hrefOf={({ id }) => to.record(id)}
      />
      <OlderRecords
        olderHref={next && to.recordsOf({ group, before: next })}
        newestHref={before ? to.recordsOf({ group }) : null}
      />
    </div>
  );
}
