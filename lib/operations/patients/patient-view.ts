import { z } from 'zod';
import type { PatientRow } from '#db/queries/patients';
import type { PatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';

/** Who somebody is, as the chart says. */
export const patientIdentity = {
  id: z.uuid(),
  /** As in the register; empty where nobody has told it yet. */
  legal_name: z.string(),
  /** A FHIR date: the day may be unknown. */
  birth_date: z.string().nullable(),
  sex: z.string().nullable(),
};

export function openIdentity(row: PatientRow, key: PatientKey) {
  const { id, legal_name, birth_date, sex } = row;
  return {
    id,
    legal_name: open('patients.legal_name', id, legal_name, key),
    birth_date: birth_date && open('patients.birth_date', id, birth_date, key),
    sex: sex && open('patients.sex', id, sex, key),
  };
}

export const exampleIdentity = {
  id: '01920000-0000-7000-8000-000000000002',
  legal_name: 'Elsa Vargas',
  birth_date: '1980-05-17',
  sex: 'female',
} as const;
