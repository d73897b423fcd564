import { getTranslations } from 'next-intl/server';
import { bookingWeek, chosenDay } from '#components/appointments/booking-week';
import { SlotLinks } from '#components/appointments/slot-links';
import { SlotPicker } from '#components/appointments/slot-picker';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { getAppointment } from '#lib/operations/appointments/get';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { assertChart } from '../../../own-or-held';
import { otherTimes } from '../other-times';
import { MoveQuestion } from './move-question';

interface MoveBodyProps {
  id: string;
  /** Of somebody whom the reader looks after; their own where it is left out. */
  patientId?: string;
  searchParams: SearchParams;
}

/** Another time for a visit: the free ones of its doctor, a week at a time, and the question once one is chosen. */
export async function MoveBody({ id, patientId, searchParams }: MoveBodyProps) {
  const to = paths.patient.chart(patientId);
  const [{ now, own_zone }, visit, asked, t] = await Promise.all([
    personOf('patient'),
    query(getAppointment, { id }),
    queryOf(searchParams),
    getTranslations('appointments'),
  ]);
  await assertChart(visit, patientId, paths.patient.chart(visit.patient_id).moveVisit(id));
  const { allowed, reason } = visit.can.move;
  const week = bookingWeek({ now, zone: visit.zone }, asked.day);
  const days = allowed ? await otherTimes(visit, { from: week.from, days: 7 }) : [];
  const { date, slots, slot } = chosenDay(days, week, asked.at);
  if (slot) {
    return <MoveQuestion visit={visit} startsAt={slot.starts_at} patientId={patientId} ownZone={own_zone} />;
  }
  const dayHref = (day: string) => to.moveVisit(id, { day });
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <PageHeader
        title={t('moveOwn.title')}
        kicker={own_zone ? t('book.ownClock', { zone: own_zone }) : t('book.clock', { zone: visit.zone })}
        back={{ href: to.visit(id), label: t('visit') }}
      />
      {reason && <Notice tone="warn" title={t(`cannotCancel.${reason}`)} />}
      {asked.at && allowed && <Notice tone="warn" title={t('book.gone')} />}
      {allowed && (
        <SlotPicker
          days={days}
          selectedDate={date}
          zone={visit.zone}
          dayHref={dayHref}
          earlierHref={week.earlier && dayHref(week.earlier)}
          laterHref={dayHref(week.later)}
        >
          {slots.length > 0 && (
            <SlotLinks
              slots={slots}
              zone={visit.zone}
              ownZone={own_zone}
              hrefOf={(at) => to.moveVisit(id, { day: date, at })}
            />
          )}
        </SlotPicker>
      )}
    </div>
  );
}
