import { getTranslations } from 'next-intl/server';
import { BookingReview } from '#components/appointments/booking-review';
import { bookingWeek, chosenDay } from '#components/appointments/booking-week';
import type { DoctorView } from '#components/appointments/doctor-choice';
import { SlotPicker } from '#components/appointments/slot-picker';
import { Notice } from '#components/ui/notice';
import { PageHeader } from '#components/ui/page-header';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { paths } from '#lib/platform/paths';
import { query } from '#lib/transport/page';
import { formDraft } from '../../../form-draft';
import { bookVisit } from './actions';

interface BookWithDoctorProps {
  doctor: DoctorView;
  today: string;
  day: string | undefined;
  at: string | undefined;
  /** For whom, where it is somebody whom the reader looks after. */
  patientId: string | undefined;
}

export async function BookWithDoctor({ doctor, today, day: wished, at, patientId }: BookWithDoctorProps) {
  const to = paths.patient.chart(patientId);
  const week = bookingWeek(today, wished);
  const t = await getTranslations('appointments');
  const { zone, days } = await query(listSlots, { id: doctor.id, from: week.from, days: 7 });
  const { date, slots, slot, others } = chosenDay(days, week, at);
  const dayHref = (day: string) => to.bookWith({ doctor: doctor.id, day });
  const times = dayHref(date);
  const name = doctor.display_name;
  if (slot) {
    return (
      <div className="mx-auto flex max-w-3xl flex-col gap-6">
        <PageHeader
          title={t('book.review')}
          kicker={t('book.step', { step: 3 })}
          back={{ href: times, label: t('book.change') }}
        />
        <BookingReview
          who={{ term: t('field.doctor'), name }}
          clinicName={doctor.clinic_name}
          slot={slot}
          others={others}
          zone={zone}
          action={bookVisit.bind(null, doctor.id, patientId)}
          draft={
            await formDraft(patientId ? `visit.book:${doctor.id}:${patientId}` : `visit.book:${doctor.id}`)
          }
          notesHint={t('book.notesHint')}
        />
      </div>
    );
  }
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <PageHeader
        title={t('book.chooseTime', { name })}
        kicker={t('book.step', { step: 2 })}
        back={{ href: to.book, label: t('book.otherDoctor') }}
      />
      {at && <Notice tone="warn" title={t('book.gone')} />}
      <SlotPicker
        days={days}
        selectedDate={date}
        slots={slots}
        zone={zone}
        dayHref={dayHref}
        slotHref={(startsAt) => to.bookWith({ doctor: doctor.id, day: date, at: startsAt })}
        earlierHref={week.earlier && dayHref(week.earlier)}
        laterHref={dayHref(week.later)}
      />
    </div>
  );
}
