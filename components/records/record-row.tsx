import { ChevronRight } from 'lucide-react';
import { useLocale } from 'next-intl';
import { PageLink } from '#components/ui/page-link';
import { formatter } from '#lib/i18n/format';
import { isEnteredInError, type RecordView } from './record';
import { RecordBadge } from './record-badge';
import { recordDate } from './record-date';
import { RecordIcon } from './record-icon';
import { RecordKindName } from './record-kind';
import { useRecordSays } from './record-says';
import { useRecordTitle } from './record-title';
import { ReportedBy } from './reported-by';

interface RecordRowProps {
  record: RecordView;
  zone: string;
  href: string;
}

/** One record in a list: the whole row leads to it. */
export function RecordRow({ record, zone, href }: RecordRowProps) {
  const title = useRecordTitle()(record);
  const format = formatter(useLocale(), zone);
  const says = useRecordSays();
  // A status stands on the badge already.
  const value = record.record_type === 'diagnosis' ? null : says(record, format);
  const struck = isEnteredInError(record) ? 'text-muted line-through' : '';
  return (
    <PageLink
      href={href}
      className="flex items-start gap-4 px-5 py-4 -outline-offset-2 hover:bg-sunken/60 dense:gap-3 dense:px-4 dense:py-2.5"
    >
      <span className="mt-0.5">
        <RecordIcon type={record.record_type} />
      </span>
      <span className="min-w-0 flex-1">
        <span className="flex items-start justify-between gap-3">
          <span className={`min-w-0 font-semibold wrap-break-word ${struck}`.trimEnd()}>{title.plain}</span>
          <RecordBadge record={record} />
          <ReportedBy record={record} />
        </span>
        {value && <span className={`line-clamp-2 tabular-nums ${struck}`.trimEnd()}>{value}</span>}
        <span className="block text-base text-muted dense:text-sm">
          <RecordKindName record={record} />
          {record.occurred_at && (
            <span className="tabular-nums">{` · ${recordDate(record.occurred_at, format)}`}</span>
          )}
          {record.doctor_name && (
            <>
              {' · '}
              <bdi>{record.doctor_name}</bdi>
            </>
          )}
        </span>
      </span>
      <ChevronRight aria-hidden className="mt-1 size-4 shrink-0 text-muted rtl:-scale-x-100" />
    </PageLink>
  );
}
