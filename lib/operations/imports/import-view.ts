import { z } from 'zod';
import type { ImportRow } from '#db/queries/fhir-imports';
import { bundleTypes } from '#lib/fhir/bundle/bundle-type';
import { importId, patientId } from '#lib/platform/ids';

const importStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

/** An upload and what has become of it: numbers, and no word of what it said. */
export const importView = z.strictObject({
  id: importId,
  bundle_type: z.enum(bundleTypes),
  state: z.enum(importStates),
  source_system: z.string(),
  /** SHA-256 of the uploaded bytes, in hexadecimal. */
  file_sha256: z.string(),
  patient_id: patientId.nullable(),
  /** Entries in the upload, and how many of them have been checked. */
  total: z.int(),
  done: z.int(),
  /** What became of the entries: new, there already, a new version of what was there, kept out. */
  added: z.int(),
  known: z.int(),
  updated: z.int(),
  rejected: z.int(),
  created_at: z.iso.datetime(),
  ended_at: z.iso.datetime().nullable(),
});

export type ImportView = z.output<typeof importView>;

export function viewImport({ created_by: _by, clinic_id: _c, doctor_id: _d, ...row }: ImportRow) {
  const { file_hash, into_patient_id, created_at, ended_at, ...rest } = row;
  return {
    ...rest,
    file_sha256: Buffer.from(file_hash).toString('hex'),
    patient_id: into_patient_id,
    created_at: created_at.toString(),
    ended_at: ended_at?.toString() ?? null,
  };
}

export const exampleImport = {
  id: '01920000-0000-7000-8000-00000000001a',
  bundle_type: 'transaction' as const,
  state: 'done' as const,
  source_system: 'synthea',
  file_sha256: 'ab'.repeat(32),
  patient_id: '01920000-0000-7000-8000-000000000002',
  total: 2,
  done: 2,
  added: 2,
  known: 0,
  updated: 0,
  rejected: 0,
  created_at: '2026-01-05T09:00:00Z',
  ended_at: '2026-01-05T09:00:01Z',
};
