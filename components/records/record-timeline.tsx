import { FileText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/ui/empty-state';
import type { RecordView } from './record';
import { RecordRow } from './record-row';
import { RowsByYear } from './rows-by-year';

interface RecordTimelineProps {
  /** Newest first. */
  records: readonly RecordView[];
  zone: string;
  hrefOf: (record: RecordView) => string;
  /** Below the heading of a section the years are one level deeper. */
  groupHeading?: 'h2' | 'h3';
  /** Not everything was asked for. */
  filtered: boolean;
}

/** Records under the year in which they happened. */
export function RecordTimeline({ records, zone, hrefOf, groupHeading, filtered }: RecordTimelineProps) {
  const t = useTranslations('records');
  if (records.length === 0) return <NoRecords filtered={filtered} />;
  const rows = records.map((record) => ({
    id: record.id,
    year: record.occurred_at?.slice(0, 4) ?? t('dateUnknown'),
    record,
  }));
  return (
    <RowsByYear
      rows={rows}
      heading={groupHeading ?? 'h2'}
      render={({ record }) => <RecordRow record={record} zone={zone} href={hrefOf(record)} />}
    />
  );
}

export function NoRecords({ filtered }: { filtered: boolean }) {
  const t = useTranslations('records');
  return (
    <EmptyState
      icon={<FileText aria-hidden className="size-7" />}
      title={filtered ? t('emptyType') : t('empty.title')}
    >
      {filtered ? t('emptyTypeText') : t('empty.text')}
    </EmptyState>
  );
}
