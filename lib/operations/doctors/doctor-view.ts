import { z } from 'zod';
import type { DoctorRow } from '#db/queries/practitioners';
import { open } from '#lib/crypto/seal';

/** Somebody of whom a visit may be asked. */
export const doctorView = z.strictObject({
  id: z.uuid(),
  display_name: z.string(),
  speciality: z.string(),
  clinic_id: z.uuid(),
  clinic_name: z.string(),
  /** IANA zone of the site: the clock by which its times are meant. */
  zone: z.string(),
});

export function viewDoctor(row: DoctorRow): z.output<typeof doctorView> {
  return { ...row, display_name: open('practitioners.display_name', row.id, row.display_name) };
}

export const exampleDoctor = {
  id: '01920000-0000-7000-8000-000000000004',
  display_name: 'Dr Amara Okafor',
  speciality: 'General practice',
  clinic_id: '01920000-0000-7000-8000-000000000005',
  clinic_name: 'Northgate Clinic',
  zone: 'Europe/London',
} as const;
