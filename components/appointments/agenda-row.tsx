import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useAge } from '#components/patients/age-words';
import type { BadgeTone } from '#components/ui/badge';
import { Badge } from '#components/ui/badge';
import { PageLink } from '#components/ui/page-link';
import { ServiceMark } from './service-mark';
import type { AgendaVisit, MovableVisit, VisitState } from './visit';
import { VisitPlace } from './visit-place';

/** What is yet to come is the ordinary case: no colour. */
const agendaTones: Record<VisitState, BadgeTone> = {
  scheduled: 'neutral',
  arrived: 'warn',
  in_progress: 'primary',
  completed: 'ok',
  cancelled: 'danger',
  no_show: 'danger',
};

interface AgendaRowProps {
  visit: MovableVisit;
  time: string;
  /** It runs at this moment. */
  current: boolean;
  /** Shown in the panel beside. */
  selected: boolean;
  href: string;
  /** The same day with this visit in the panel: for screens that are wide enough for one. */
  panelHref: string;
  moveHref: string;
  /** What can be said of it with one press. */
  steps?: ReactNode;
}

const cells =
  'min-w-0 flex-1 grid-cols-[3.5rem_minmax(0,1fr)_auto] min-h-11 items-center gap-x-2 py-2.5 pe-4 -outline-offset-2 md:gap-x-3 md:grid-cols-[3.5rem_minmax(9rem,1.2fr)_minmax(0,1.3fr)_7rem]';

/** Time, name, age and sex, why, status: one line, or three on a phone. */
export function AgendaRow({
  visit,
  time,
  current,
  selected,
  href,
  panelHref,
  moveHref,
  steps,
}: AgendaRowProps) {
  const look = current
    ? 'border-s-4 border-s-primary bg-primary-soft/60'
    : selected
      ? 'max-xl:hover:bg-sunken/60 xl:bg-primary-soft/60'
      : 'hover:bg-sunken/60';
  const place = `${cells} ${current ? 'ps-3' : 'ps-4'}`;
  const move = visit.can.move.allowed ? moveHref : undefined;
  const content = <Cells visit={visit} time={time} current={current} />;
  return (
    <li
      className={`flex flex-wrap items-stretch ${look} ${visit.overbooked ? 'ms-6 border-s-4 border-s-warn' : ''}`.trimEnd()}
    >
      <ServiceMark colour={visit.service_colour} />
      <PageLink
        href={href}
        data-visit={visit.id}
        data-move={move}
        aria-current={current ? 'time' : undefined}
        className={`grid xl:hidden ${place}`}
      >
        {content}
      </PageLink>
      <PageLink
        href={panelHref}
        scroll={false}
        data-visit={visit.id}
        data-move={move}
        aria-current={selected ? 'true' : undefined}
        className={`hidden xl:grid ${place}`}
      >
        {content}
      </PageLink>
      <div className="flex w-full items-center px-4 pb-2.5 max-xl:empty:hidden xl:w-48 xl:justify-end xl:pb-0">
        {steps}
      </div>
    </li>
  );
}

function Cells({ visit, time, current }: { visit: AgendaVisit; time: string; current: boolean }) {
  const ageAt = useAge();
  const t = useTranslations('appointments');
  const sex = `sexShort.${visit.patient_sex}` as 'sexShort.female';
  const born = visit.patient_birth_date;
  const age = born && ageAt(born, visit.scheduled_at.slice(0, 10));
  const quiet = visit.status === 'cancelled' ? 'text-muted line-through' : '';
  return (
    <>
      <span className="text-muted tabular-nums">{time}</span>
      <span className="min-w-0 tabular-nums">
        <bdi className={`font-semibold ${quiet}`.trimEnd()}>{visit.patient_name || t('patientUnknown')}</bdi>{' '}
        <span className="ms-1 whitespace-nowrap text-muted">
          {age} {t.has(sex) ? t(sex) : ''}
        </span>
      </span>
      <span className="min-w-0 max-md:col-start-2 max-md:row-start-2 max-md:text-muted">
        <span className="block truncate">{visit.notes}</span>
        <VisitPlace visit={visit} />
      </span>
      <span className="max-md:col-start-3 max-md:row-start-1">
        <StateBadge visit={visit} current={current} />
      </span>
    </>
  );
}

/** Where it stands: that it is its time now, until somebody says more. */
export function StateBadge({ visit, current }: { visit: AgendaVisit; current: boolean }) {
  const { state, confirmed_at } = visit;
  const t = useTranslations('appointments');
  const isNow = current && state === 'scheduled';
  if (!isNow && state === 'scheduled' && confirmed_at) return <Badge tone="ok">{t('confirmed')}</Badge>;
  return (
    <Badge tone={isNow ? 'primary' : agendaTones[state]}>
      {isNow ? t('agenda.now') : t(`agenda.status.${state}`)}
    </Badge>
  );
}
