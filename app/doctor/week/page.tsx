import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CalendarHelp } from '#components/appointments/calendar-help';
import { CalendarTabs } from '#components/appointments/calendar-tabs';
import { weekDays, weekOf, weekRange } from '#components/appointments/week-days';
import { WeekDrag } from '#components/appointments/week-drag';
import { WeekGrid } from '#components/appointments/week-grid';
import { WeekHeader } from '#components/appointments/week-header';
import { listOwnAppointments } from '#lib/operations/appointments/list';
import { getHours } from '#lib/operations/hours/get';
import { listClosedTimes } from '#lib/operations/hours/list-closed';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { titleOn } from '../title-on';

interface WeekPageProps {
  searchParams: SearchParams;
}

export async function generateMetadata({ searchParams }: WeekPageProps): Promise<Metadata> {
  const t = await getTranslations('appointments.week');
  return { title: await titleOn(t('title'), searchParams) };
}

/** All of a week's visits: more than a page of a list holds, in the busiest of weeks. */
async function visitsIn(range: { from: string; to: string }) {
  const ask = (page: number) => query(listOwnAppointments, { ...range, page, page_size: 100 });
  const first = await ask(1);
  const rest = await Promise.all(
    Array.from({ length: Math.max(first.pages - 1, 0) }, (_, index) => ask(index + 2)),
  );
  return [first, ...rest].flatMap(({ items }) => items);
}

export default async function WeekPage({ searchParams }: WeekPageProps) {
  const [{ today, zone }, asked] = await Promise.all([personOf('doctor'), queryOf(searchParams)]);
  const { days, before, after } = weekOf(today, asked.date);
  const monday = days[0] ?? today;
  const [visits, closed, hours] = await Promise.all([
    visitsIn(weekRange(days, zone)),
    query(listClosedTimes, { from: monday, days: days.length }),
    query(getHours, {}),
  ]);
  const steps = { previousHref: paths.doctor.weekOf(before), nextHref: paths.doctor.weekOf(after) };
  const single = hours.days.filter(({ day }) => days.includes(day)).flatMap((each) => each.hours);
  const offered = [...hours.weekly, ...single];
  const { week, first, last } = weekDays(days, visits, zone, closed.items, offered);
  // Nobody books or blocks what is over.
  const stillOpen = monday > today ? monday : today;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <WeekHeader
        days={days}
        zone={zone}
        count={week.reduce((sum, { visits }) => sum + visits.length, 0)}
        {...steps}
        thisHref={paths.doctor.week}
        aside={<CalendarTabs view="week" date={asked.date} blockOn={stillOpen} />}
      />
      <WeekGrid
        week={week}
        first={first}
        last={last}
        today={today}
        zone={zone}
        dayHref={(date) => paths.doctor.dayOf(date)}
        visitHref={paths.doctor.visit}
        moveHref={paths.doctor.moveVisit}
      />
      <WeekDrag first={first} last={last} />
      <CalendarHelp view="week" {...steps} todayHref={paths.doctor.week} day={stillOpen} />
    </div>
  );
}
