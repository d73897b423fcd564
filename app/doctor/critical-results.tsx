import { getTranslations } from 'next-intl/server';
import { ResultQueue } from '#components/records/result-queue';
import { Section } from '#components/ui/section';
import { TextLink } from '#components/ui/text-link';
import { listResultQueue } from '#lib/operations/results/queue';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';

/** On the first page of the day: critical results come before any visit. Nothing stands here where there are none. */
export async function CriticalResults({ zone }: { zone: string }) {
  const [{ items, total }, t] = await Promise.all([
    query(listResultQueue, { critical_only: true, page_size: 3 }),
    getTranslations('records.queue'),
  ]);
  if (total === 0) return null;
  return (
    <Section
      id="critical-results"
      title={t('criticalTitle', { count: total })}
      aside={<TextLink href={paths.doctor.results}>{t('all')}</TextLink>}
    >
      <ResultQueue
        entries={items}
        zone={zone}
        hrefOf={({ patient, record }) => paths.doctor.record(patient.id, record.id)}
      />
    </Section>
  );
}
