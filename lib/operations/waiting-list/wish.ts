import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import { type AppointmentRow, findAppointment } from '#db/queries/appointments';
import { findDoctor, listDoctors } from '#db/queries/practitioners';
import { listServices } from '#db/queries/services';
import { visitModes } from '#lib/domain/availability/calendar';
import { dayParts } from '#lib/domain/availability/day-part';
import { dateInput } from '#lib/domain/date-input';
import { invalidField, OperationError } from '#lib/errors/operation-error';
import { appointmentId, clinicId, type Id, patientId, practitionerId, serviceId } from '#lib/platform/ids';
import { wishOf } from '../doctors/wish-of';

const asList = (value: unknown) => (typeof value === 'string' ? [value] : value);

/** What somebody waits for. */
export const waitInput = z.strictObject({
  doctor_id: practitionerId.optional(),
  speciality: z.string().min(1).max(200).optional(),
  service_id: serviceId.optional(),
  clinic_id: clinicId.optional(),
  mode: z.enum(visitModes).optional(),
  /** Today where it is left out, and three months from it. By the clock of the site. */
  from: dateInput.optional(),
  until: dateInput.optional(),
  /** Any where it is left out. A form sends one as such. */
  parts: z.preprocess(asList, z.array(z.enum(dayParts)).max(3).optional()),
  /** The visit that an earlier time would replace: its doctor and reason are meant, and its day is the last. */
  instead_of: appointmentId.optional(),
  /** For whom; a patient waits for themself. */
  patient_id: patientId.optional(),
});

type Input = z.output<typeof waitInput>;

interface Waited {
  readonly doctor_id: Id<'practitioners'> | null;
  readonly clinic_id: Id<'clinics'> | null;
  readonly speciality: string | null;
  readonly service_id: Id<'services'> | null;
  readonly zone: string;
}

/**
 * Whom and what somebody waits for. @throws OperationError `validation_failed` for what is not given there or not booked by patients,
 * `not_found` for a doctor or a visit that there is not
 */
export async function waitedFor(tx: Tx, input: Input, visit: AppointmentRow | null): Promise<Waited> {
  const doctorId = visit?.doctor_id ?? input.doctor_id;
  const service = visit ? (visit.service_id ?? undefined) : input.service_id;
  if (doctorId) return withDoctor(tx, doctorId, service, input.mode);
  if (service) return forService(tx, service, input);
  return ofSpeciality(tx, input);
}

async function withDoctor(
  tx: Tx,
  id: Id<'practitioners'>,
  service_id: Id<'services'> | undefined,
  mode: Input['mode'],
): Promise<Waited> {
  const doctor = await findDoctor(tx, id);
  if (!doctor) throw new OperationError('not_found');
  const wish = await wishOf(tx, id, { service_id, mode });
  if (!wish.patients_book) throw invalidField('service_id', 'staff_only', 'Booked by the clinic alone');
  const { clinic_id, zone } = doctor;
  return {
    doctor_id: id,
    clinic_id,
    speciality: null,
    service_id: service_id ?? null,
    zone,
  };
}

async function forService(
  tx: Tx,
  id: Id<'services'>,
  { mode, speciality }: Pick<Input, 'mode' | 'speciality'>,
): Promise<Waited> {
  const service = (await listServices(tx)).find((each) => each.id === id);
  if (!service) throw invalidField('service_id', 'not_offered', 'No doctor offers that');
  if (!service.patients_book) throw invalidField('service_id', 'staff_only', 'Booked by the clinic alone');
  if (mode && !service[mode]) throw invalidField('mode', 'not_offered', 'Not offered in this way');
  const { clinic_id } = service;
  const [site] = await listDoctors(tx, { clinic_id });
  const zone = site?.zone ?? 'UTC';
  return { doctor_id: null, clinic_id, speciality: speciality ?? null, service_id: id, zone };
}

async function ofSpeciality(tx: Tx, { speciality, clinic_id }: Input): Promise<Waited> {
  if (!speciality) throw invalidField('doctor_id', 'required', 'Name a doctor, a reason or a speciality');
  const [one] = await listDoctors(tx, { clinic_id, speciality });
  if (!one) throw invalidField('speciality', 'not_offered', 'No doctor has it');
  return {
    doctor_id: null,
    clinic_id: clinic_id ?? null,
    speciality,
    service_id: null,
    zone: one.zone,
  };
}

/** The visit that is to be replaced. @throws OperationError `not_found`, `conflict` for one that is not to come */
export async function visitToReplace(
  tx: Tx,
  { instead_of }: Input,
  patient: Id<'patients'>,
  now: Temporal.Instant,
): Promise<AppointmentRow | null> {
  if (!instead_of) return null;
  const visit = await findAppointment(tx, instead_of);
  if (visit?.patient_id !== patient) throw new OperationError('not_found');
  const isToCome = visit.status === 'scheduled' && Temporal.Instant.compare(visit.scheduled_at, now) > 0;
  if (!isToCome) throw new OperationError('conflict');
  return visit;
}

const [usualDays, mostDays] = [90, 366];

/** From when until when. @throws OperationError `validation_failed` */
export function daysWaited(
  { from, until }: Pick<Input, 'from' | 'until'>,
  today: Temporal.PlainDate,
  visitDay: Temporal.PlainDate | null,
): { from_day: string; until_day: string } {
  const first = from ? Temporal.PlainDate.from(from) : today;
  const last = until ? Temporal.PlainDate.from(until) : (visitDay ?? first.add({ days: usualDays }));
  if (Temporal.PlainDate.compare(first, today) < 0) throw invalidField('from', 'in_the_past', 'In the past');
  if (Temporal.PlainDate.compare(last, first) < 0)
    throw invalidField('until', 'before_from', 'Before the first');
  if (last.since(today).days > mostDays) throw invalidField('until', 'too_far_ahead', 'Too far ahead');
  return { from_day: first.toString(), until_day: last.toString() };
}
