import { getTranslations } from 'next-intl/server';
import { ChartIndex } from '#components/records/chart-index';
import { OlderRecords } from '#components/records/older-records';
import { isRecordGroup, recordGroups } from '#components/records/record';
import { NoRecords, RecordTimeline } from '#components/records/record-timeline';
import { TimelineFilters } from '#components/records/timeline-filters';
import { FilterFaults } from '#components/ui/filter-faults';
import { viewTimeline } from '#lib/operations/records/timeline';
import { paths } from '#lib/platform/paths';
import { found } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { searchedInChart } from '#lib/transport/page-search';
import { loadIndex, searchInChart } from './actions';
import { Found } from './found';
import type { SectionProps } from './section-props';

const nothing = { items: [], total: 0, next: null };

/** Everything, newest first. The server's page filters by links and forms; with script all of it is filtered here. */
export async function Timeline({ patientId, zone, asked }: SectionProps) {
  const [{ practitioner_id }, q, t] = await Promise.all([
    personOf('doctor'),
    searchedInChart(patientId, asked),
    getTranslations('records'),
  ]);
  const search = searchInChart.bind(null, patientId);
  const controls = (
    <TimelineFilters action={paths.doctor.chart(patientId, {})} values={asked} search={search} query={q} />
  );
  if (q) return <Found patientId={patientId} zone={zone} query={q} controls={controls} />;
  const { group, from, until, mine, flagged, drafts, before } = asked;
  const types = isRecordGroup(group) ? { record_types: [...recordGroups[group]] } : {};
  const wanted = {
    ...{ patient_id: patientId, ...types, from: from || undefined, until: until || undefined, before },
    ...{ notable: flagged === 'true', drafts: drafts === 'true' },
    ...(mine === 'true' && practitioner_id && { author_id: practitioner_id }),
  };
  const { output, faults } = await found(viewTimeline, wanted, nothing);
  const filtered = Object.keys(asked).some((name) => name !== 'section' && name !== 'before');
  return (
    <ChartIndex
      load={loadIndex.bind(null, patientId)}
      base={paths.doctor.records(patientId)}
      count={t('find.count', { found: '{found}', all: '{all}' })}
      none={<NoRecords filtered />}
      controls={
        <>
          {controls}
          <FilterFaults faults={faults} labels={{ from: t('find.from'), until: t('find.until') }} />
        </>
      }
    >
      <RecordTimeline
        records={output.items}
        zone={zone}
        filtered={filtered}
        groupHeading="h2"
        hrefOf={({ id }) => paths.doctor.record(patientId, id)}
      />
      <OlderRecords
        olderHref={output.next && paths.doctor.chart(patientId, { ...asked, before: output.next })}
        newestHref={before ? paths.doctor.chart(patientId, { ...asked, before: undefined }) : null}
      />
    </ChartIndex>
  );
}
