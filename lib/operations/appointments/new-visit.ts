import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import { type DoctorRow, findDoctor } from '#db/queries/practitioners';
import { visitModes } from '#lib/domain/availability/calendar';
import type { Wish } from '#lib/domain/availability/openings';
import { momentInput } from '#lib/domain/moment-input';
import { invalidField } from '#lib/errors/operation-error';
import { type Id, patientId, practitionerId, serviceId } from '#lib/platform/ids';
import type { OwnSubject } from '#lib/policy/subject';
import { wishOf } from '../doctors/wish-of';
import { chartSubject, type FoundChart, theChart } from '../patients/find-chart';
import { agreedTime } from './agreed-time';
import { sideOf } from './appointment-rights';
import type { NewVisit } from './write-visit';

/** Who is to be seen when and what for: as it is held, and as it is booked. */
export const visitWish = {
  doctor_id: practitionerId,
  scheduled_at: momentInput,
  /** For staff to choose; what a patient is offered has its length. */
  duration_minutes: z.int().min(5).max(240).optional(),
  service_id: serviceId.optional(),
  mode: z.enum(visitModes).optional(),
  /** For whom; a patient books for themself. */
  patient_id: patientId.optional(),
};

const wish = z.strictObject(visitWish);
type Input = z.output<typeof wish> & { readonly notes?: string | undefined };

type Parties = (FoundChart | OwnSubject) & { readonly doctor: DoctorRow };

export async function visitParties(
  tx: Tx,
  input: Pick<Input, 'patient_id' | 'doctor_id'>,
): Promise<Parties | null> {
  const [chart, doctor] = await Promise.all([
    chartSubject(tx, input.patient_id),
    findDoctor(tx, input.doctor_id),
  ]);
  return chart && doctor && { ...chart, doctor };
}

interface Asked {
  readonly input: Input;
  readonly subject: Parties;
  readonly created_by: Id<'users'> | null;
  readonly now: Temporal.Instant;
  /** Since when it is held for whoever asks; now where it is not. */
  readonly asked_at?: Temporal.Instant;
  /** As it was agreed on before, whatever such a visit is by now. */
  readonly asAgreed?: Wish;
}

/** What was asked for as a visit with its time. @throws OperationError `validation_failed` */
export async function newVisit(
  tx: Tx,
  { input, subject, created_by, now, asked_at = now, asAgreed }: Asked,
): Promise<NewVisit> {
  const { doctor, ...found } = subject;
  const chart = theChart(found);
  const { service_id, notes, scheduled_at: startsAt, duration_minutes: minutes } = input;
  const by = sideOf(chart.relation);
  const { patients_book, ...wished } = await wishOf(tx, doctor.id, input);
  if (by === 'patient' && !patients_book)
    throw invalidField('service_id', 'staff_only', 'Booked by the clinic alone');
  const wish = asAgreed ?? wished;
  const time = await agreedTime(tx, { by, doctor, startsAt, minutes, wish, now, asked_at });
  return { chart, doctor, time, service_id, notes, overbooked: false, created_by, now, asked_at };
}
