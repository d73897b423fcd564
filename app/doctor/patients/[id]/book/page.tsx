import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { bookingWeek, chosenDay } from '#components/appointments/booking-week';
import { SlotPicker } from '#components/appointments/slot-picker';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { ChartFrame } from '../chart-frame';
import { BookingForPatient } from './booking-for-patient';

interface BookForPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments.book');
  return { title: t('title') };
}

export default async function BookForPage({ params, searchParams }: BookForPageProps) {
  const { today, practitioner_id } = await personOf('doctor');
  const [{ id }, asked, t] = await Promise.all([
    params,
    queryOf(searchParams),
    getTranslations('appointments'),
  ]);
  const week = bookingWeek(today, asked.day);
  const offered = { id: practitioner_id ?? '', from: week.from, days: 7 };
  const { zone, days } = await query(listSlots, offered);
  const { date, slots, slot, others } = chosenDay(days, week, asked.at);
  const dayHref = (day: string) => paths.doctor.bookFor(id, { day });
  const times = dayHref(date);
  const back = slot
    ? { href: times, label: t('book.change') }
    : { href: paths.doctor.patient(id), label: t('field.patient') };
  return (
    <ChartFrame patientId={id}>
      <PageHeader title={slot ? t('book.review') : t('book.title')} back={back} />
      {asked.at && !slot && <Notice tone="warn" title={t('book.gone')} />}
      <div className="max-w-3xl">
        {slot ? (
          <BookingForPatient patientId={id} slot={slot} others={others} zone={zone} />
        ) : (
          <SlotPicker
            days={days}
            selectedDate={date}
            slots={slots}
            zone={zone}
            dayHref={dayHref}
            slotHref={(at) => paths.doctor.bookFor(id, { day: date, at })}
            earlierHref={week.earlier && dayHref(week.earlier)}
            laterHref={dayHref(week.later)}
          />
        )}
      </div>
    </ChartFrame>
  );
}
