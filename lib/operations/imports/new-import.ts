import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { findImport, insertImport } from '#db/queries/fhir-imports';
import type { EntryContext } from '#lib/fhir/bundle/check-entry';
import { string } from '#lib/fhir/json';
import { type Id, newId } from '#lib/platform/ids';
import { viewImport } from './import-view';
import type { ReadUpload } from './read-upload';
import type { ChartPerson } from './refuse-other-person';
import { storeUpload } from './store-upload';
import type { UploadContent } from './upload-content';

interface NewImport {
  readonly upload: ReadUpload;
  readonly content: UploadContent;
  readonly isKnown: EntryContext['isKnown'];
  readonly seesRestricted: boolean;
  /** Of the chart that was named. */
  readonly person: Pick<ChartPerson, 'birth_date' | 'identifiers'> | null;
  readonly source_system: string;
  readonly created_by: Id<'users'> | null;
  /** Null: the chart of the upload's own patient, which is made where there is none. */
  readonly into_patient_id: Id<'patients'> | null;
  readonly clinic_id: Id<'clinics'> | null;
  readonly doctor_id: Id<'practitioners'> | null;
}

/** Writes down what was uploaded. The job does the rest. */
export async function newImport(tx: Tx, now: Temporal.Instant, asked: NewImport) {
  const { upload, content, isKnown, seesRestricted, person, ...columns } = asked;
  const id = newId('imports');
  const { type, total, contents, fileHash } = upload;
  await insertImport(tx, {
    ...columns,
    id,
    file_hash: fileHash,
    bundle_type: type,
    state: 'queued',
    total,
    ...{ done: 0, added: 0, known: 0, updated: 0, rejected: 0 },
    created_at: now,
  });
  const born = string(contents.patient?.resource.birthDate) ?? person?.birth_date ?? null;
  await storeUpload(tx, id, content, {
    ...{ type, contents, isKnown, seesRestricted, now },
    chartId: columns.into_patient_id,
    birthDate: born,
    identifiers: person?.identifiers ?? [],
  });
  const row = await findImport(tx, id);
  if (!row) throw new Error('A new import is not visible to who made it.');
  return viewImport(row);
}
