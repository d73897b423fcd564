import { CalendarDays, ChevronRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Badge } from '#components/ui/badge';
import { Card } from '#components/ui/card';
import { EmptyState } from '#components/ui/empty-state';
import { PageLink } from '#components/ui/page-link';
import { SameTime } from './same-time';
import { useTwoClocks } from './two-clocks';
import { type VisitState, type VisitView, visitTones } from './visit';

interface ListedVisit extends VisitView {
  zone: string;
  state: VisitState;
  confirmed_at: string | null;
}

interface VisitListProps<Visit> {
  visits: readonly Visit[];
  /** By whose clock the reader wants to read, where they have chosen one. */
  ownZone: string | null;
  hrefOf: (visit: Visit) => string;
  /** What its day asks for, below a visit of today. */
  dayOf?: (visit: Visit) => ReactNode;
  /** What is not there when nothing is. */
  empty?: 'all' | 'upcoming';
}

/** The patient's visits. */
export function VisitList<Visit extends ListedVisit>({
  visits,
  ownZone,
  hrefOf,
  dayOf,
  empty = 'all',
}: VisitListProps<Visit>) {
  const t = useTranslations('appointments');
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
                <ListedTime visit={visit} ownZone={ownZone} />
                <span className="block text-muted">
                  <bdi>{visit.doctor_name}</bdi>
                  {visit.clinic_name && `, ${visit.clinic_name}`}
                </span>
              </span>
              <Badge tone={visitTones[visit.status]}>
                {visit.state === 'scheduled' && visit.confirmed_at
                  ? t('confirmed')
                  : t(`state.${visit.state}`)}
              </Badge>
            </span>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-muted rtl:-scale-x-100" />
          </PageLink>
          {dayOf && <div className="px-5 pb-4 empty:hidden">{dayOf(visit)}</div>}
        </li>
      ))}
    </Card>
  );
}

function ListedTime({ visit, ownZone }: { visit: ListedVisit; ownZone: string | null }) {
  const { format } = useTwoClocks(visit.zone, ownZone);
  return (
    <span className="block tabular-nums">
      <span className="font-semibold">
        {format.longDateWithYear(visit.scheduled_at)}, {format.time(visit.scheduled_at)}
      </span>
      <span className="block text-muted empty:hidden">
        <SameTime at={visit.scheduled_at} zone={visit.zone} ownZone={ownZone} />
      </span>
    </span>
  );
}
