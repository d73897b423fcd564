import { getTranslations } from 'next-intl/server';
import { BookingReview } from '#components/appointments/booking-review';
import { bookingWeek } from '#components/appointments/booking-week';
import type { DoctorView } from '#components/appointments/doctor-choice';
import { SlotPicker } from '#components/appointments/slot-picker';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { bookVisit } from './actions';

interface BookWithDoctorProps {
  doctor: DoctorView;
  today: string;
  day: string | undefined;
  at: string | undefined;
}

export async function BookWithDoctor({ doctor, today, day: wished, at }: BookWithDoctorProps) {
  const week = bookingWeek(today, wished);
  const t = await getTranslations('appointments');
  const { zone, days } = await query(listSlots, { id: doctor.id, from: week.from, days: 7 });
  const day =
    days.find(({ date }) => date === week.day) ?? days.find(({ slots }) => slots.length > 0) ?? days[0];
  const slots = day?.slots ?? [];
  const slot = slots.find(({ starts_at }) => starts_at === at);
  const dayHref = (date: string) => paths.patient.bookWith({ doctor: doctor.id, day: date });
  const times = dayHref(day?.date ?? today);
  const name = doctor.display_name;
  if (slot) {
    return (
      <div className="flex flex-col gap-6">
        <PageHeader
          title={t('book.review')}
          kicker={t('book.step', { step: 3 })}
          back={{ href: times, label: t('book.change') }}
        />
        <BookingReview
          who={{ term: t('field.doctor'), name }}
          clinicName={doctor.clinic_name}
          slot={slot}
          others={slots.filter((other) => other !== slot)}
          zone={zone}
          action={bookVisit.bind(null, doctor.id)}
          changeHref={times}
          notesHint={t('book.notesHint')}
        />
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-6">
      <PageHeader
        title={t('book.chooseTime', { name })}
        kicker={t('book.step', { step: 2 })}
        back={{ href: paths.patient.book, label: t('book.otherDoctor') }}
      />
      {at && <Notice tone="warn" title={t('book.gone')} />}
      <SlotPicker
        days={days.map(({ date, slots: free }) => ({ date, free: free.length }))}
        selectedDate={day?.date ?? today}
        slots={slots}
        zone={zone}
        dayHref={dayHref}
        slotHref={(startsAt) => paths.patient.bookWith({ doctor: doctor.id, day: day?.date, at: startsAt })}
        earlierHref={week.earlier && dayHref(week.earlier)}
        laterHref={dayHref(week.later)}
      />
    </div>
  );
}
