import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { bookingWeek, chosenDay } from '#components/appointments/booking-week';
import { OtherTime } from '#components/appointments/other-time';
import { SlotLinks } from '#components/appointments/slot-links';
import { SlotPicker } from '#components/appointments/slot-picker';
import { VisitTypeFilters } from '#components/appointments/visit-type-filters';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import { queryOf, type SearchParams } from '#lib/transport/page-query';
import { ChartFrame } from '../chart-frame';
import { bookAt } from './actions';
import { BookingForPatient } from './booking-for-patient';
import { visitType } from './visit-type';

interface BookForPageProps {
  params: Promise<{ id: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('appointments.book');
  return { title: t('title') };
}

export default async function BookForPage({ params, searchParams }: BookForPageProps) {
  const { now, zone: site, practitioner_id } = await personOf('doctor');
  const [{ id }, asked, t] = await Promise.all([
    params,
    queryOf(searchParams),
    getTranslations('appointments'),
  ]);
  const week = bookingWeek({ now, zone: site }, asked.day);
  const type = await visitType(asked);
  const offered = { id: practitioner_id ?? '', patient_id: id, from: week.from, days: 7, ...type.wish };
  const { zone, days } = await query(listSlots, offered);
  const { date, slots, slot } = chosenDay(days, week, asked.at);
  const dayHref = (day: string) => paths.doctor.bookFor(id, { day, ...type.asked });
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
          <BookingForPatient patientId={id} slot={slot} zone={zone} type={type} />
        ) : (
          <>
            <VisitTypeFilters
              action={paths.doctor.bookFor(id)}
              day={date}
              values={type.asked}
              services={type.services}
            />
            <SlotPicker
              days={days}
              selectedDate={date}
              zone={zone}
              dayHref={dayHref}
              earlierHref={week.earlier && dayHref(week.earlier)}
              laterHref={dayHref(week.later)}
            >
              {slots.length > 0 && (
                <SlotLinks
                  slots={slots}
                  zone={zone}
                  hrefOf={(at) => paths.doctor.bookFor(id, { day: date, at, ...type.asked })}
                />
              )}
            </SlotPicker>
          </>
        )}
        {!slot && (
          <div className="mt-6">
            <OtherTime
              date={date}
              action={bookAt.bind(null, { patient_id: id, doctor_id: practitioner_id, ...type.wish }, zone)}
            />
          </div>
        )}
      </div>
    </ChartFrame>
  );
}
