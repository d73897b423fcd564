import type { Metadata } from 'next';
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
  const group = isRecordGroup(asked.group) ? asked.group : undefined;
  const { before } = asked;
  const types = group && { record_types: [...recordGroups[group]] };
  const { items, total, next } = await query(viewTimeline, { ...types, before, limit: 30 });
  return (
    <div className="flex flex-col gap-6">
      <PageHeader title={t('titleList')} summary={t('count', { count: total ?? 0 })} />
      {(items.length > 0 || group) && (
        <RecordGroupFilter current={group} hrefOf={(to) => paths.patient.recordsOf({ group: to })} />
      )}
      <RecordTimeline
        records={items}
        zone={zone}
        filtered={group !== undefined}
        hrefOf={({ id }) => paths.patient.record(id)}
      />
      <OlderRecords
        olderHref={next && paths.patient.recordsOf({ group, before: next })}
        newestHref={before ? paths.patient.recordsOf({ group }) : null}
      />
    </div>
  );
}
