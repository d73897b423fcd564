import { useTranslations } from 'next-intl';
import { useAge } from '#components/patients/age-words';
import type { BadgeTone } from '#components/ui/badge';
import { Badge } from '#components/ui/badge';
import { PageLink } from '#components/ui/page-link';
import type { VisitStatus, VisitView } from './visit';

export interface AgendaVisit extends VisitView {
  patient_id: string;
  /** Null where the chart is closed to the doctor by now. */
  patient_name: string | null;
  patient_birth_date: string | null;
  patient_sex: string | null;
}

/** What is yet to come is the ordinary case: no colour. */
export const agendaTones: Record<VisitStatus, BadgeTone> = {
  scheduled: 'neutral',
  completed: 'ok',
  cancelled: 'danger',
};

interface AgendaRowProps {
  visit: AgendaVisit;
  time: string;
  /** It runs at this moment. */
  current: boolean;
  /** Shown in the panel beside. */
  selected: boolean;
  href: string;
  /** The same day with this visit in the panel: for screens that are wide enough for one. */
  panelHref: string;
}

const cells =
  'grid-cols-[3.5rem_minmax(0,1fr)_auto] min-h-11 items-center gap-x-2 py-2.5 pe-4 -outline-offset-2 md:gap-x-3 md:grid-cols-[3.5rem_minmax(9rem,1.2fr)_minmax(0,1.3fr)_5.5rem]';

/** Time, name, age and sex, why, status: one line, or three on a phone. */
export function AgendaRow({ visit, time, current, selected, href, panelHref }: AgendaRowProps) {
  const look = current
    ? 'border-s-4 border-s-primary bg-primary-soft/60'
    : selected
      ? 'max-xl:hover:bg-sunken/60 xl:bg-primary-soft/60'
      : 'hover:bg-sunken/60';
  const place = `${cells} ${current ? 'ps-3' : 'ps-4'}`;
  const content = <Cells visit={visit} time={time} current={current} />;
  return (
    <li className={look}>
      <PageLink href={href} aria-current={current ? 'time' : undefined} className={`grid xl:hidden ${place}`}>
        {content}
      </PageLink>
      <PageLink
        href={panelHref}
        scroll={false}
        aria-current={selected ? 'true' : undefined}
        className={`hidden xl:grid ${place}`}
      >
        {content}
      </PageLink>
    </li>
  );
}

function Cells({ visit, time, current }: Pick<AgendaRowProps, 'visit' | 'time' | 'current'>) {
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
      <span className="truncate max-md:col-start-2 max-md:row-start-2 max-md:text-muted">{visit.notes}</span>
      <span className="max-md:col-start-3 max-md:row-start-1">
        <Badge tone={current ? 'primary' : agendaTones[visit.status]}>
          {current ? t('agenda.now') : t(`agenda.status.${visit.status}`)}
        </Badge>
      </span>
    </>
  );
}
