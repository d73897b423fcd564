import type { AppointmentView } from '#lib/operations/appointments/appointment-view';
import { listSlots } from '#lib/operations/doctors/list-slots';
import { query } from '#lib/transport/page';

/** When a visit could be instead, day by day. */
export async function otherTimes(visit: AppointmentView, when: { from?: string; days: number }) {
  const { id, doctor_id, patient_id } = visit;
  const { days } = await query(listSlots, { id: doctor_id, patient_id, moving: id, ...when });
  const isOther = ({ starts_at }: { starts_at: string }) =>
    Date.parse(starts_at) !== Date.parse(visit.scheduled_at);
  return days.map(({ date, slots }) => ({ date, slots: slots.filter(isOther) }));
}
