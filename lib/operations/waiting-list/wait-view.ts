import { z } from 'zod';
import type { WaitingRow } from '#db/queries/waiting-list';
import { open } from '#lib/crypto/seal';
import { visitModes } from '#lib/domain/availability/calendar';
import { dayParts } from '#lib/domain/availability/day-part';

/** Where an entry stands: it waits, a time is kept for it, or it has ended. */
const waitStates = ['waiting', 'offered', 'accepted', 'withdrawn', 'expired'] as const;

const offer = z.strictObject({
  id: z.uuid(),
  doctor_name: z.string(),
  clinic_name: z.string(),
  scheduled_at: z.iso.datetime(),
  ends_at: z.iso.datetime(),
  zone: z.string(),
  mode: z.enum(visitModes),
  /** Until then nobody else gets it. */
  expires_at: z.iso.datetime(),
});

/** What somebody waits for, as their own side sees it. */
export const waitView = z.strictObject({
  id: z.uuid(),
  patient_id: z.uuid(),
  /** Null for any who fits. */
  doctor_id: z.uuid().nullable(),
  doctor_name: z.string().nullable(),
  clinic_name: z.string().nullable(),
  speciality: z.string().nullable(),
  service_id: z.uuid().nullable(),
  service_name: z.string().nullable(),
  /** Null for either. */
  mode: z.enum(visitModes).nullable(),
  from: z.iso.date(),
  until: z.iso.date(),
  /** Empty for any. */
  parts: z.array(z.enum(dayParts)),
  /** The visit that an earlier time would replace, and when that is. */
  instead_of: z.uuid().nullable(),
  visit_at: z.iso.datetime().nullable(),
  visit_zone: z.string().nullable(),
  state: z.enum(waitStates),
  created_at: z.iso.datetime(),
  offer: offer.nullable(),
});

export type WaitView = z.output<typeof waitView>;

export const stateOf = ({ status, offer_id }: WaitingRow): WaitView['state'] =>
  status === 'waiting' && offer_id ? 'offered' : status;

export function viewWait(row: WaitingRow): WaitView {
  const { id, patient_id, doctor_id, clinic_name, speciality, service_id, service_name, mode } = row;
  return {
    ...{
      id,
      patient_id,
      doctor_id,
      clinic_name,
      speciality,
      service_id,
      service_name,
      mode,
    },
    doctor_name: nameOf(doctor_id, row.doctor_name),
    from: row.from_day,
    until: row.until_day,
    parts: row.day_parts,
    instead_of: row.instead_of,
    visit_at: row.visit_at?.toString() ?? null,
    visit_zone: row.visit_zone,
    state: stateOf(row),
    created_at: row.created_at.toString(),
    offer: offerOf(row),
  };
}

const nameOf = (id: WaitingRow['doctor_id'], name: WaitingRow['doctor_name']) =>
  id && name && open('practitioners.display_name', id, name);

function offerOf(row: WaitingRow): WaitView['offer'] {
  const { offer_id: id, offer_at, offer_ends_at, offer_zone: zone, offer_mode: mode, offer_expires_at } = row;
  if (!id || !offer_at || !offer_ends_at || !zone || !mode || !offer_expires_at) return null;
  return {
    ...{ id, zone, mode },
    doctor_name: nameOf(row.offer_doctor_id, row.offer_doctor_name) ?? '',
    clinic_name: row.offer_clinic_name ?? '',
    scheduled_at: offer_at.toString(),
    ends_at: offer_ends_at.toString(),
    expires_at: offer_expires_at.toString(),
  };
}

/** For the examples of the operations. */
export const exampleWait: WaitView = {
  id: '01920000-0000-7000-8000-000000000050',
  patient_id: '01920000-0000-7000-8000-000000000002',
  doctor_id: '01920000-0000-7000-8000-000000000004',
  doctor_name: 'Dr Amara Okafor',
  clinic_name: 'Northgate Clinic',
  speciality: null,
  service_id: null,
  service_name: null,
  mode: null,
  from: '2026-01-05',
  until: '2026-02-05',
  parts: ['morning'],
  instead_of: null,
  visit_at: null,
  visit_zone: null,
  state: 'waiting',
  created_at: '2026-01-05T09:00:00Z',
  offer: null,
};
