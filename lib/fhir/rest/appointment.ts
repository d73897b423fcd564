import { LosslessNumber } from 'lossless-json';
import type { VisitState } from '#lib/domain/appointments';
import type { JsonObject } from '../json';

interface Visit {
  readonly patient_id: string;
  readonly doctor_id: string;
  readonly doctor_name: string;
  readonly status: VisitState;
  /** Instants. */
  readonly starts: string;
  readonly ends: string;
  readonly created: string;
  readonly minutes: number;
  readonly notes: string | null;
}

/** AppointmentStatus of HL7; a visit that runs is one whose patient has been received. */
const statuses: Readonly<Record<VisitState, string>> = {
  scheduled: 'booked',
  arrived: 'arrived',
  in_progress: 'checked-in',
  completed: 'fulfilled',
  cancelled: 'cancelled',
  no_show: 'noshow',
};

/** A visit of ours: both who come have said so, until one of them cancels. */
export function appointmentResource(visit: Visit): JsonObject {
  const { status, patient_id, doctor_id, doctor_name, notes } = visit;
  const answer = status === 'cancelled' ? 'declined' : 'accepted';
  return {
    resourceType: 'Appointment',
    status: statuses[status],
    start: visit.starts,
    end: visit.ends,
    minutesDuration: new LosslessNumber(String(visit.minutes)),
    created: visit.created,
    ...(notes !== null && { comment: notes }),
    participant: [
      { actor: { reference: `Patient/${patient_id}` }, status: answer },
      { actor: { reference: `Practitioner/${doctor_id}`, display: doctor_name }, status: answer },
    ],
  };
}
