import { z } from 'zod';
import type { BlobRow } from '#db/queries/blobs';
import type { RecordRow } from '#db/queries/medical-records';
import type { PatientKey } from '#lib/crypto/patient-key';
import { categoryOf, documentCategoryNames } from '#lib/domain/document-categories';
import type { Actor } from '#lib/policy/actor';
import type { ChartSubject } from '#lib/policy/subject';
import { type RecordView, viewRecord } from '../records/record-view';

/** Where a file stands: whether it was looked at for malware, and whether it is there and whole at all. */
const fileStates = [
  'not_scanned',
  'scanning',
  'clean',
  'infected',
  'scan_failed',
  'damaged',
  'absent',
] as const;
type FileState = (typeof fileStates)[number];

export const documentView = z.strictObject({
  /** Of the record that it is. */
  id: z.uuid(),
  patient_id: z.uuid(),
  doctor_id: z.uuid().nullable(),
  doctor_name: z.string().nullable(),
  /** Who it comes from: the clinic, the patient, or another system. */
  origin: z.enum(['clinic', 'patient', 'import']),
  title: z.string(),
  /** Null for one that another system has named in its own words. */
  category: z.enum(documentCategoryNames).nullable(),
  category_text: z.string().nullable(),
  media_type: z.string().nullable(),
  /** In bytes, without what an image told of its maker. */
  size: z.int().nullable(),
  file_name: z.string().nullable(),
  status: z.string(),
  version: z.int(),
  occurred_at: z.string().nullable(),
  created_at: z.iso.datetime(),
  file_state: z.enum(fileStates),
  can: z.strictObject({
    open: z.strictObject({ allowed: z.boolean(), reason: z.enum(fileStates).nullable() }),
  }),
});

export type DocumentView = z.output<typeof documentView>;

const openable: readonly FileState[] = ['not_scanned', 'clean'];

/** Nobody opens what was found to be infected or damaged, nor what is yet to be looked at. */
export const isOpenable = (state: FileState): boolean => openable.includes(state);

export const stateOf = (blob: Pick<BlobRow, 'scan' | 'damaged_at'> | undefined): FileState =>
  blob ? (blob.damaged_at === null ? blob.scan : 'damaged') : 'absent';

interface Seen {
  readonly key: PatientKey;
  readonly actor: Actor;
  readonly chart: ChartSubject;
}

/** A record that is a document, with the state of its file. */
export const viewDocument = (
  row: RecordRow,
  blob: BlobRow | undefined,
  { key, actor, chart }: Seen,
): DocumentView => documentOf(viewRecord(row, key, actor, chart), blob);

/** The same of a record that has been opened. */
export function documentOf(record: RecordView, blob: BlobRow | undefined): DocumentView {
  if (record.record_type !== 'document') throw new Error('This record is no document.');
  const { content, can: _can, ...view } = record;
  const state = stateOf(blob);
  return {
    id: view.id,
    patient_id: view.patient_id,
    doctor_id: view.doctor_id,
    doctor_name: view.doctor_name,
    origin: view.origin,
    title: view.title,
    category: categoryOf(content.category),
    category_text: content.category ?? null,
    media_type: content.media_type ?? null,
    size: content.size === undefined ? null : Number(content.size),
    file_name: content.file_name ?? null,
    status: view.status,
    version: view.version,
    occurred_at: view.occurred_at,
    created_at: view.created_at,
    file_state: state,
    can: { open: { allowed: isOpenable(state), reason: isOpenable(state) ? null : state } },
  };
}

export const exampleDocument: DocumentView = {
  id: '01920000-0000-7000-8000-000000000050',
  patient_id: '01920000-0000-7000-8000-000000000002',
  doctor_id: null,
  doctor_name: null,
  origin: 'patient',
  title: 'Letter from the eye clinic',
  category: 'letter',
  category_text: 'Letter',
  media_type: 'text/plain',
  size: 25,
  file_name: 'letter.txt',
  status: 'final',
  version: 1,
  occurred_at: '2026-01-05',
  created_at: '2026-01-05T09:00:00Z',
  file_state: 'not_scanned',
  can: { open: { allowed: true, reason: null } },
};

/** "Seen today, all is well.\n" */
export const exampleFile = 'U2VlbiB0b2RheSwgYWxsIGlzIHdlbGwuCg==';
