import { useTranslations } from 'next-intl';
import type { BadgeTone } from '#components/ui/badge';
import { Badge } from '#components/ui/badge';
import { PageLink } from '#components/ui/page-link';
import { ageOn } from '#lib/i18n/format';
import type { VisitStatus } from './visit';

export interface AgendaVisit {
  id: string;
  scheduled_at: string;
  ends_at: string;
  status: VisitStatus;
  patient_name: string;
  birth_date: string | null;
  sex: string | null;
  clinic_name: string | null;
  notes: string | null;
}

/** What is yet to come is the ordinary case: no colour. */
const agendaTones: Record<VisitStatus, BadgeTone> = {
  scheduled: 'neutral',
  completed: 'ok',
  cancelled: 'danger',
};

interface AgendaRowProps {
  visit: AgendaVisit;
  time: string;
  current: boolean;
  href: string;
}

/** Time, name, age and sex, why, where, status: one line, or three on a phone. */
export function AgendaRow({ visit, time, current, href }: AgendaRowProps) {
  const t = useTranslations('appointments');
  const sex = `sexShort.${visit.sex}` as 'sexShort.female';
  const age = visit.birth_date && ageOn(visit.birth_date, visit.scheduled_at.slice(0, 10));
  const quiet = visit.status === 'cancelled' ? 'text-muted line-through' : '';
  return (
    <li className={current ? 'border-s-4 border-s-primary bg-primary-soft/60' : 'hover:bg-sunken/60'}>
      <PageLink
        href={href}
        aria-current={current ? 'time' : undefined}
        className={`grid grid-cols-[3.5rem_minmax(0,1fr)_auto] items-center gap-x-2 py-2.5 pe-4 -outline-offset-2 md:grid-cols-[3.5rem_minmax(10rem,1.1fr)_minmax(0,1.4fr)_minmax(0,0.8fr)_7rem] ${current ? 'ps-3' : 'ps-4'}`}
      >
        <span className="text-muted tabular-nums">{time}</span>
        <span className="min-w-0 tabular-nums">
          <bdi className={`font-semibold ${quiet}`}>{visit.patient_name}</bdi>{' '}
          <span className="ms-1 text-muted">
            {age} {t.has(sex) ? t(sex) : ''}
          </span>
        </span>
        <span className="truncate max-md:col-start-2 max-md:row-start-2 max-md:text-muted">
          {visit.notes}
        </span>
        <span className="truncate text-muted max-md:hidden">{visit.clinic_name}</span>
        <span className="max-md:col-start-3 max-md:row-start-1">
          <Badge tone={current ? 'primary' : agendaTones[visit.status]}>
            {current ? t('agenda.now') : t(`agenda.status.${visit.status}`)}
          </Badge>
        </span>
      </PageLink>
    </li>
  );
}
