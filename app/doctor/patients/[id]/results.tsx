import { getTranslations } from 'next-intl/server';
import { NewestResults } from '#components/records/newest-results';
import { NoRecords } from '#components/records/record-timeline';
import { TextLink } from '#components/ui/text-link';
import { summariseRecords } from '#lib/operations/records/summarise';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import type { SectionProps } from './section-props';

/** The newest result of each test, what needs attention first; the others stand in the timeline. */
export async function Results({ patientId, zone }: SectionProps) {
  const [{ results }, t] = await Promise.all([
    query(summariseRecords, { patient_id: patientId }),
    getTranslations('records'),
  ]);
  const allHref = paths.doctor.chart(patientId, { section: 'timeline', group: 'results' });
  if (results.length === 0) return <NoRecords filtered={false} />;
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <NewestResults
        results={results}
        zone={zone}
        hrefOf={({ id }) => paths.doctor.record(patientId, id)}
        allHref={allHref}
        most={results.length}
      />
      <p>
        <TextLink href={paths.doctor.chart(patientId, { section: 'timeline', flagged: 'true' })}>
          {t('find.flagged')}
        </TextLink>
      </p>
    </div>
  );
}
