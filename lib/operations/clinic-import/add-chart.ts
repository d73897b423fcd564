import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { insertPatient, insertPatientKey } from '#db/queries/patients';
import { createPatientKey } from '#lib/crypto/patient-key';
import { seal } from '#lib/crypto/seal';
import { type Id, newId } from '#lib/platform/ids';

interface NewChart {
  readonly source_index: Uint8Array;
  readonly clinic_id: Id<'clinics'>;
  readonly user_id: Id<'users'> | null;
  readonly legal_name: string;
  readonly birth_date: string | null;
  readonly sex: string | null;
  /** The FHIR Patient as received. */
  readonly identity: string | null;
}

/** A chart that comes from elsewhere, with the key that seals it. */
export async function addChart(tx: Tx, now: Temporal.Instant, chart: NewChart): Promise<Id<'patients'>> {
  const [id, keyId] = [newId('patients'), newId('patient_keys')];
  const { key, wrapped } = createPatientKey(keyId);
  const { source_index, clinic_id, user_id } = chart;
  await insertPatient(tx, {
    id,
    user_id,
    clinic_id,
    legal_name: seal('patients.legal_name', id, chart.legal_name, key),
    birth_date: chart.birth_date ? seal('patients.birth_date', id, chart.birth_date, key) : null,
    sex: chart.sex ? seal('patients.sex', id, chart.sex, key) : null,
    identity: chart.identity ? seal('patients.identity', id, chart.identity, key) : null,
    source_index,
    created_at: now,
    updated_at: now,
  });
  const { version } = key;
  await insertPatientKey(tx, { id: keyId, patient_id: id, version, wrapped_key: wrapped, created_at: now });
  return id;
}
