import { getTranslations } from 'next-intl/server';
import { bookingWeek, chosenDay } from '#components/appointments/booking-week';
import type { DoctorView } from '#components/appointments/doctor-view';
import { SlotButtons } from '#components/appointments/slot-buttons';
import { SlotPicker } from '#components/appointments/slot-picker';
import { PageHeader } from '#components/ui/page-header';
import { WaitForm } from '#components/waiting/wait-form';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { paths } from '#lib/platform/paths';
import { found } from '#lib/transport/page';
import { personOf } from '#lib/transport/page-person';
import type { Asked } from '#lib/transport/page-query';
import { joinList } from '../waiting-actions';
import { holdTime } from './actions';
import { wishIn, wishQuery } from './wish';

interface BookWithDoctorProps {
  doctor: DoctorView;
  asked: Asked;
  /** For whom, where it is somebody whom the reader looks after. */
  patientId: string | undefined;
}

/** All times of one doctor, day by day. */
export async function BookWithDoctor({ doctor, asked, patientId }: BookWithDoctorProps) {
  const to = paths.patient.chart(patientId);
  const [{ now, own_zone }, t] = await Promise.all([personOf('patient'), getTranslations('appointments')]);
  const week = bookingWeek({ now, zone: doctor.zone }, asked.day);
  const wish = { ...wishIn(asked), ...(patientId && { patient_id: patientId }) };
  const { output } = await found(
    listSlots,
    { id: doctor.id, from: week.from, days: 7, ...wish },
    { zone: doctor.zone, days: [] },
  );
  const { zone, days } = output;
  const { date, slots } = chosenDay(days, week, undefined);
  const wished = wishQuery(asked);
  const dayHref = (day: string) => to.bookWith({ ...wished, doctor: doctor.id, day });
  const back = { href: to.bookWith(wished), label: t('book.otherDoctor') };
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-6">
      <PageHeader
        title={t('book.chooseTime', { name: doctor.display_name })}
        kicker={own_zone ? t('book.ownClock', { zone: own_zone }) : t('book.clock', { zone })}
        back={back}
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
          <SlotButtons
            id="times"
            slots={slots}
            zone={zone}
            ownZone={own_zone}
            action={holdTime.bind(null, { ...wish, doctor_id: doctor.id }, wished)}
          />
        )}
      </SlotPicker>
      {days.every((day) => day.slots.length === 0) && (
        <WaitForm
          action={joinList.bind(null, {
            doctor_id: doctor.id,
            ...(wish.service_id && { service_id: wish.service_id }),
            ...(patientId && { patient_id: patientId }),
          })}
          start={{ mode: wish.mode }}
        />
      )}
    </div>
  );
}
