import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { PageLink } from '#components/ui/page-link';
import { type Formatter, formatter } from '#lib/i18n/format';
import { readLab } from './lab-reading';
import type { RecordView } from './record';
import { recordDate } from './record-date';
import { useRecordSays } from './record-says';
import { useRecordTitle } from './record-title';

export interface QueueEntry {
  patient: { id: string; legal_name: string; birth_date: string | null };
  record: RecordView & { review: 'none' | 'pending' | 'critical' | 'done'; release: string };
}

interface ResultQueueProps {
  entries: readonly QueueEntry[];
  zone: string;
  hrefOf: (entry: QueueEntry) => string;
}

/** Results that wait for a doctor: whose, what, how it is flagged, since when. The whole row leads to it. */
export function ResultQueue({ entries, zone, hrefOf }: ResultQueueProps) {
  const format = formatter(useLocale(), zone);
  return (
    <Card as="ul" flush>
      {entries.map((entry) => (
        <li key={entry.record.id} className={entry.record.review === 'critical' ? 'bg-danger-row' : ''}>
          <PageLink
            href={hrefOf(entry)}
            className="block px-5 py-4 -outline-offset-2 hover:bg-sunken/60 dense:px-4 dense:py-2.5"
          >
            <QueueRow entry={entry} format={format} />
          </PageLink>
        </li>
      ))}
    </Card>
  );
}

function QueueRow({ entry: { patient, record }, format }: { entry: QueueEntry; format: Formatter }) {
  const t = useTranslations('records');
  const p = useTranslations('patients');
  const title = useRecordTitle()(record);
  const says = useRecordSays()(record, format);
  const flag = record.record_type === 'lab_result' ? readLab(record) : null;
  return (
    <>
      <span className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <span className="min-w-0 font-semibold wrap-break-word">
          <bdi>{patient.legal_name || p('unnamed')}</bdi>
        </span>
        {flag?.key && <Badge tone={flag.tone}>{t(`flag.${flag.key}`)}</Badge>}
      </span>
      <span className="block wrap-break-word">
        {title.plain}
        {says && <strong className="font-semibold tabular-nums">{` · ${says}`}</strong>}
      </span>
      <span className="block text-base text-muted tabular-nums dense:text-sm">
        {record.occurred_at ? recordDate(record.occurred_at, format) : t('dateUnknown')}
        {record.review === 'critical' && ` · ${t('queue.critical')}`}
        {record.release === 'awaiting_comment' && ` · ${t('queue.awaited')}`}
      </span>
    </>
  );
}
