import { CalendarDays, ChevronRight } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { EmptyState } from '#components/ui/empty-state';
import { PageLink } from '#components/ui/page-link';
import { formatter } from '#lib/i18n/format';
import { type VisitView, visitTones } from './visit';

interface VisitListProps {
  visits: readonly VisitView[];
  zone: string;
  hrefOf: (visit: VisitView) => string;
  /** What is not there when nothing is. */
  empty?: 'all' | 'upcoming';
}

/** The patient's visits. */
export function VisitList({ visits, zone, hrefOf, empty = 'all' }: VisitListProps) {
  const t = useTranslations('appointments');
  const format = formatter(useLocale(), zone);
  if (visits.length === 0) {
    return (
      <EmptyState
        icon={<CalendarDays aria-hidden className="size-7" />}
        title={empty === 'all' ? t('empty.title') : t('upcomingNone')}
      >
        {empty === 'all' ? t('empty.text') : t('upcomingNoneText')}
      </EmptyState>
    );
  }
  return (
    <Card as="ul" flush>
      {visits.map((visit) => (
        <li key={visit.id}>
          <PageLink
            href={hrefOf(visit)}
            className="flex items-center gap-4 px-5 py-4 -outline-offset-2 hover:bg-sunken/60"
          >
            <span className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="min-w-0">
                <span className="block font-semibold tabular-nums">
                  {format.longDateWithYear(visit.scheduled_at)}, {format.time(visit.scheduled_at)}
                </span>
                <span className="block text-muted">
                  <bdi>{visit.doctor_name}</bdi>
                  {visit.clinic_name && `, ${visit.clinic_name}`}
                </span>
              </span>
              <Badge tone={visitTones[visit.status]}>{t(`status.${visit.status}`)}</Badge>
            </span>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-muted rtl:-scale-x-100" />
          </PageLink>
        </li>
      ))}
    </Card>
  );
}
