import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { AppointmentRow } from '#db/queries/appointments';
import type { PatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';
import { appointmentStatuses, statusOf, visitStates } from '#lib/domain/appointments';
import { visitModes } from '#lib/domain/availability/calendar';
import { checkInWindow, joinWindow, type Window } from '#lib/domain/visit-windows';
import type { ChartSubject } from '#lib/policy/subject';
import { appointmentRights, rightsToVisit } from './appointment-rights';
import { keyOfVisit } from './visit-key';

const window = z.strictObject({ from: z.iso.datetime(), until: z.iso.datetime() }).nullable();

export const appointmentView = z.strictObject({
  id: z.uuid(),
  patient_id: z.uuid(),
  /** Name, birth date and sex: for those who may see the chart. */
  patient_name: z.string().nullable(),
  patient_birth_date: z.string().nullable(),
  patient_sex: z.string().nullable(),
  doctor_id: z.uuid(),
  doctor_name: z.string(),
  clinic_name: z.string(),
  scheduled_at: z.iso.datetime(),
  ends_at: z.iso.datetime(),
  duration_minutes: z.int(),
  /** IANA zone in which the time was agreed. */
  zone: z.string(),
  status: z.enum(appointmentStatuses),
  /** Where it stands in the day; `status` is the three that it comes down to. */
  state: z.enum(visitStates),
  /** When its patient said that they would come at this time. */
  confirmed_at: z.iso.datetime().nullable(),
  mode: z.enum(visitModes),
  service_id: z.uuid().nullable(),
  service_name: z.string().nullable(),
  service_colour: z.string().nullable(),
  room_name: z.string().nullable(),
  /** Beside another visit at that time, on purpose. */
  overbooked: z.boolean(),
  /** When the patient's side can say that it is there; null of a visit by video. */
  check_in: window,
  /** When a visit by video can be joined; null of one in person, and where its site has no place for it. */
  join: window,
  /** Whether its patient is asked anything before it, and has answered. */
  questions: z.enum(['none', 'asked', 'answered']),
  version: z.int(),
  notes: z.string().nullable(),
  created_at: z.iso.datetime(),
  can: appointmentRights,
});

export type AppointmentView = z.output<typeof appointmentView>;

/** A visit as the policy sees it. A doctor's own visit stays theirs to see when the relationship has ended. */
export function visitSubject(row: AppointmentRow): ChartSubject & { row: AppointmentRow } {
  const relation = row.relation === 'none' && row.is_own ? 'treating' : row.relation;
  return { type: 'chart', patient_id: row.patient_id, relation, row };
}

/** Opens the row for whoever may see it. */
export function viewAppointment(row: AppointmentRow, now: Temporal.Instant): AppointmentView {
  return {
    id: row.id,
    patient_id: row.patient_id,
    ...openPatient(row, keyOfVisit(row)),
    doctor_id: row.doctor_id,
    doctor_name: open('practitioners.display_name', row.doctor_id, row.doctor_name),
    clinic_name: row.clinic_name,
    scheduled_at: row.scheduled_at.toString(),
    ends_at: row.ends_at.toString(),
    duration_minutes: Math.round(row.ends_at.since(row.scheduled_at).total('minutes')),
    zone: row.zone,
    status: statusOf(row.status),
    state: row.status,
    confirmed_at: row.confirmed_at?.toString() ?? null,
    ...placeOf(row),
    check_in: row.mode === 'in_person' ? viewWindow(checkInWindow(row)) : null,
    join: row.mode === 'video' && row.clinic_video_url !== null ? viewWindow(joinWindow(row)) : null,
    questions: row.questions,
    version: row.version,
    created_at: row.created_at.toString(),
    can: rightsToVisit(row, now),
  };
}

const placeOf = ({
  mode,
  service_id,
  service_name,
  service_colour,
  room_name,
  overbooked,
}: AppointmentRow) => ({
  ...{ mode, service_id, service_name, service_colour, room_name, overbooked },
});

const viewWindow = ({ from, until }: Window) => ({ from: from.toString(), until: until.toString() });

type Opened = Pick<AppointmentView, 'patient_name' | 'patient_birth_date' | 'patient_sex' | 'notes'>;

function openPatient(row: AppointmentRow, key: PatientKey | null): Opened {
  if (!key) return { patient_name: null, patient_birth_date: null, patient_sex: null, notes: null };
  const { patient_id: id, legal_name, birth_date, sex, notes } = row;
  return {
    patient_name: legal_name && open('patients.legal_name', id, legal_name, key),
    patient_birth_date: birth_date && open('patients.birth_date', id, birth_date, key),
    patient_sex: sex && open('patients.sex', id, sex, key),
    notes: notes && open('appointments.notes', row.id, notes, key),
  };
}

/** For the examples of the operations. */
export const exampleAppointment: AppointmentView = {
  id: '01920000-0000-7000-8000-000000000030',
  patient_id: '01920000-0000-7000-8000-000000000002',
  patient_name: 'Elsa Vargas',
  patient_birth_date: '1980-05-17',
  patient_sex: 'female',
  doctor_id: '01920000-0000-7000-8000-000000000004',
  doctor_name: 'Dr Amara Okafor',
  clinic_name: 'Northgate Clinic',
  scheduled_at: '2026-01-12T09:00:00Z',
  ends_at: '2026-01-12T09:20:00Z',
  duration_minutes: 20,
  zone: 'Europe/London',
  status: 'scheduled',
  state: 'scheduled',
  confirmed_at: null,
  mode: 'in_person',
  service_id: null,
  service_name: null,
  service_colour: null,
  room_name: null,
  overbooked: false,
  check_in: { from: '2026-01-12T08:00:00Z', until: '2026-01-12T09:30:00Z' },
  join: null,
  questions: 'none',
  version: 1,
  notes: 'A cough for two weeks',
  created_at: '2026-01-05T09:00:00Z',
  can: {
    cancel: { allowed: true, reason: null },
    complete: { allowed: false, reason: 'not_permitted' },
    move: { allowed: true, reason: null },
    arrive: { allowed: false, reason: 'not_yet' },
    start: { allowed: false, reason: 'not_permitted' },
    no_show: { allowed: false, reason: 'not_permitted' },
    confirm: { allowed: true, reason: null },
    join: { allowed: false, reason: 'not_permitted' },
    answer: { allowed: true, reason: null },
    undo: { allowed: false, reason: 'not_permitted' },
  },
};
