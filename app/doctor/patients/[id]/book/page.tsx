import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { bookingWeek } from '#components/appointments/booking-week';
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
  const day =
    days.find(({ date }) => date === week.day) ?? days.find(({ slots }) => slots.length > 0) ?? days[0];
  const slots = day?.slots ?? [];
  const slot = slots.find(({ starts_at }) => starts_at === asked.at);
  const dayHref = (date: string) => paths.doctor.bookFor(id, { day: date });
  const times = dayHref(day?.date ?? today);
  const back = slot
    ? { href: times, label: t('book.change') }
    : { href: paths.doctor.patient(id), label: t('field.patient') };
  return (
    <ChartFrame patientId={id}>
      <PageHeader title={slot ? t('book.review') : t('book.title')} back={back} />
      {asked.at && !slot && <Notice tone="warn" title={t('book.gone')} />}
      <div className="max-w-3xl">
        {slot ? (
          <BookingForPatient patientId={id} slot={slot} slots={slots} zone={zone} timesHref={times} />
        ) : (
          <SlotPicker
            days={days.map(({ date, slots: free }) => ({ date, free: free.length }))}
            selectedDate={day?.date ?? today}
            slots={slots}
            zone={zone}
            dayHref={dayHref}
            slotHref={(at) => paths.doctor.bookFor(id, { day: day?.date, at })}
            earlierHref={week.earlier && dayHref(week.earlier)}
            laterHref={dayHref(week.later)}
          />
        )}
      </div>
    </ChartFrame>
  );
}
