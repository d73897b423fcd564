import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { RecordRow } from '#components/records/record-row';
import { Card } from '#components/ui/card';
import { EmptyState } from '#components/ui/empty-state';
import { TextLink } from '#components/ui/text-link';
import { searchRecords } from '#lib/operations/records/search';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';

interface FoundProps {
  patientId: string;
  zone: string;
  query: string;
  controls: ReactNode;
}

/** What was found in the whole texts, with the place where it stands. */
export async function Found({ patientId, zone, query: q, controls }: FoundProps) {
  const [{ items, total }, t] = await Promise.all([
    query(searchRecords, { patient_id: patientId, q }),
    getTranslations('records.find'),
  ]);
  return (
    <div className="flex flex-col gap-4">
      {controls}
      <p role="status" className="flex flex-wrap gap-x-4">
        {t('found', { count: total, query: q })}
        {total > items.length && ` ${t('shown', { count: items.length })}`}
        <TextLink href={paths.doctor.chart(patientId, { section: 'timeline' })}>{t('everything')}</TextLink>
      </p>
      {total === 0 && <EmptyState title={t('found', { count: 0, query: q })}>{t('nothing')}</EmptyState>}
      {total > 0 && (
        <Card as="ol" flush>
          {items.map(({ record, excerpt }) => (
            <li key={record.id}>
              <RecordRow
                record={record}
                zone={zone}
                href={paths.doctor.record(patientId, record.id)}
                excerpt={excerpt}
              />
            </li>
          ))}
        </Card>
      )}
    </div>
  );
}
