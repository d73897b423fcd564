import { ChevronRight } from 'lucide-react';
import { useLocale } from 'next-intl';
import type { Reported } from '#components/records/record';
import { recordDate } from '#components/records/record-date';
import { ReportedBy } from '#components/records/reported-by';
import { PageLink } from '#components/ui/page-link';
import { formatter } from '#lib/i18n/format';

interface HealthRowProps {
  record: Reported & { title: string; occurred_at: string | null; doctor_name: string | null };
  /** What it says beside its name. */
  says: string | null;
  zone: string;
  href: string;
}

/** An allergy or a measurement in a list, with whose word it is. */
export function HealthRow({ record, says, zone, href }: HealthRowProps) {
  const format = formatter(useLocale(), zone);
  return (
    <PageLink href={href} className="flex items-start gap-4 px-5 py-4 -outline-offset-2 hover:bg-sunken/60">
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <span className="min-w-0 font-semibold wrap-break-word">{record.title}</span>
          <ReportedBy record={record} />
        </span>
        {says && <span className="block tabular-nums wrap-break-word">{says}</span>}
        <span className="block text-base text-muted tabular-nums">
          {record.occurred_at && recordDate(record.occurred_at, format)}
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
