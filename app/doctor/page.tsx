import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Agenda } from '#components/appointments/agenda';
import { CalendarHelp } from '#components/appointments/calendar-help';
import { CalendarTabs } from '#components/appointments/calendar-tabs';
import { dayCounts } from '#components/appointments/day-counts';
import { DayHeader } from '#components/appointments/day-header';
import { daySteps } from '#components/appointments/day-steps';
import { nextOnDay } from '#components/appointments/next-on-day';
import { VisitDone } from '#components/appointments/visit-done';
import { VisitPanel } from '#components/appointments/visit-panel';
import { type SteppedVisit, VisitSteps } from '#components/appointments/visit-steps';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { listClosedTimes } from '#lib/operations/hours/list-closed';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { ChartExcerpt } from './chart-excerpt';
import { CriticalResults } from './critical-results';
import { RequestsWaiting } from './requests-waiting';
import { titleOn } from './title-on';
import { sayState, undoState } from './visit-actions';

interface DayPageProps {
  searchParams: SearchParams;
}

export async function generateMetadata({ searchParams }: DayPageProps): Promise<Metadata> {
  const t = await getTranslations('shell.nav');
  return { title: await titleOn(t('day'), searchParams) };
}

export default async function DayPage({ searchParams }: DayPageProps) {
  const [{ today, now, zone }, asked] = await Promise.all([personOf('doctor'), queryOf(searchParams)]);
  const { day, before, after } = daySteps(today, asked.date);
  const [{ items }, closed] = await Promise.all([
    query(listOwnAppointments, { date: day, page_size: 100 }),
    query(listClosedTimes, { from: day }),
  ]);
  const steps = {
    previousHref: paths.doctor.dayOf(before),
    todayHref: paths.doctor.day,
    nextHref: paths.doctor.dayOf(after),
  };
  // Nobody books or blocks what is over.
  const stillOpen = day > today ? day : today;
  const chosen = items.find(({ id }) => id === asked.visit);
  const beside = chosen ?? nextOnDay(items, now);
  const stepsOf = (visit: SteppedVisit & { version: number }, show: 'next' | 'all') => {
    const shown = { id: visit.id, version: visit.version, day, beside: asked.visit };
    return (
      <VisitSteps
        visit={visit}
        show={show}
        say={sayState.bind(null, shown)}
        undo={undoState.bind(null, shown)}
      />
    );
  };
  return (
    <div className="grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_23rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <DayHeader
          date={day}
          today={today}
          zone={zone}
          counts={dayCounts(items)}
          {...steps}
          aside={<CalendarTabs view="day" date={asked.date} blockOn={stillOpen} />}
        />
        <VisitDone done={asked.done} />
        <CriticalResults zone={zone} />
        <Agenda
          visits={items}
          closed={closed.items}
          zone={zone}
          now={now}
          selectedId={beside?.id}
          hrefOf={({ id }) => paths.doctor.visit(id)}
          panelHrefOf={({ id }) => paths.doctor.dayOf(day, id)}
          moveHrefOf={({ id }) => paths.doctor.moveVisit(id)}
          stepsOf={(visit) => stepsOf(visit, 'next')}
        />
        <CalendarHelp view="day" {...steps} day={stillOpen} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        {beside && (
          <VisitPanel
            visit={beside}
            zone={zone}
            now={now}
            visitHref={paths.doctor.visit(beside.id)}
            patientHref={paths.doctor.patient(beside.patient_id)}
            steps={stepsOf(beside, 'all')}
          >
            {chosen && <ChartExcerpt visit={chosen} zone={zone} />}
          </VisitPanel>
        )}
        <RequestsWaiting />
      </div>
    </div>
  );
}
