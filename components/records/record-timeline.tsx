import { FileText } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/ui/empty-state';
import { Timeline, type TimelineGroup } from '#components/ui/timeline';
import type { RecordView } from './record';
import { RecordRow } from './record-row';

interface RecordTimelineProps {
  /** Newest first. */
  records: readonly RecordView[];
  zone: string;
  hrefOf: (record: RecordView) => string;
  /** Below the heading of a section the years are one level deeper. */
  groupHeading?: 'h2' | 'h3';
  /** Only one kind was asked for. */
  filtered: boolean;
}

/** Records under the year in which they happened. */
export function RecordTimeline({ records, zone, hrefOf, groupHeading, filtered }: RecordTimelineProps) {
  const t = useTranslations('records');
  if (records.length === 0) {
    return (
      <EmptyState
        icon={<FileText aria-hidden className="size-7" />}
        title={filtered ? t('emptyType') : t('empty.title')}
      >
        {filtered ? t('emptyTypeText') : t('empty.text')}
      </EmptyState>
    );
  }
  const groups = new Map<string, RecordView[]>();
  for (const record of records) {
    const year = record.occurred_at?.slice(0, 4) ?? t('dateUnknown');
    groups.set(year, [...(groups.get(year) ?? []), record]);
  }
  const listed: TimelineGroup[] = [...groups].map(([year, items]) => ({
    key: year,
    title: year,
    items: items.map((record) => ({
      key: record.id,
      content: <RecordRow record={record} zone={zone} href={hrefOf(record)} />,
    })),
  }));
  return <Timeline groups={listed} heading={groupHeading} />;
}
