import { ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/card';
import { PageLink } from '#components/ui/page-link';
import { formatter } from '#lib/i18n/format';
import type { AnyRequest } from './request';
import { RequestStatus } from './request-status';
import { requestTitle } from './request-title';

interface RequestListProps {
  requests: readonly AnyRequest[];
  zone: string;
  empty: string;
  hrefOf: (request: AnyRequest) => string;
}

/** What a patient has asked for, each with where it stands. */
export function RequestList({ requests, zone, empty, hrefOf }: RequestListProps) {
  const t = useTranslations('requests');
  const format = formatter(useLocale(), zone);
  if (requests.length === 0) return <p className="text-muted">{empty}</p>;
  return (
    <Card as="ul" flush>
      {requests.map((request) => (
        <li key={request.id}>
          <PageLink
            href={hrefOf(request)}
            className="flex items-start gap-4 px-5 py-4 -outline-offset-2 hover:bg-sunken/60"
          >
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
                <span className="min-w-0 font-semibold wrap-break-word">{requestTitle(request)}</span>
                <RequestStatus status={request.status} />
              </span>
              <span className="block text-base text-muted tabular-nums">
                {t('asked', { date: format.date(request.requested_at) })}
              </span>
            </span>
            <ChevronRight aria-hidden className="mt-1 size-4 shrink-0 text-muted rtl:-scale-x-100" />
          </PageLink>
        </li>
      ))}
    </Card>
  );
}
