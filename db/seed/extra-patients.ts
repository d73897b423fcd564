import { addClinic } from '#lib/operations/clinic-import/add-clinic';
import { addPatient } from '#lib/operations/clinic-import/add-patient';
import { addDemoAccount } from '#lib/operations/demo-accounts/add';
import { demoDomain } from '#lib/operations/demo-accounts/demo-credentials';
import type { Clock } from '#lib/platform/clock';
import { type AsImport, asImport } from './as-import';
import { demoClinic } from './clinic';

/** As many at once as the password hasher works on. */
const together = 4;

/** So many more verified patients with empty charts, for tests and load: `patient.0001@…` and on. Once by number. */
export async function addExtraPatients(clock: Clock, count: number): Promise<void> {
  const call = asImport(clock);
  const { id: clinic_id } = await call(addClinic, demoClinic);
  const numbers = Array.from({ length: count }, (_, index) => String(index + 1).padStart(4, '0'));
  for (let first = 0; first < count; first += together) {
    const some = numbers.slice(first, first + together);
    await Promise.all(some.map((number) => addExtraPatient(call, number, clinic_id)));
  }
}

async function addExtraPatient(call: AsImport, number: string, clinic_id: string): Promise<void> {
  const profile = { first_name: 'Robin', last_name: `Demo ${number}` };
  const account = { email: `patient.${number}@${demoDomain}`, role: 'patient', profile } as const;
  const { user_id } = await call(addDemoAccount, account);
  await call(addPatient, {
    source_system: 'demo',
    source_id: number,
    clinic_id,
    user_id,
    legal_name: `${profile.first_name} ${profile.last_name}`,
    birth_date: '1984-02-29',
    sex: null,
    identity: null,
  });
}
