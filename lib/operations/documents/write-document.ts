import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { insertBlob, insertBlobChunks } from '#db/queries/blobs';
import type { RecordChartRow } from '#db/queries/medical-records';
import { holdReleaseWishes } from '#db/queries/release-preferences';
import type { PatientKey } from '#lib/crypto/patient-key';
import { seal } from '#lib/crypto/seal';
import { hashOf, sealFile } from '#lib/crypto/sealed-file';
import { documentCategories } from '#lib/domain/document-categories';
import { toResource } from '#lib/fhir/resource';
import { type Id, newId } from '#lib/platform/ids';
import { outside } from '#lib/storage/stores';
import { birthDateOf } from '../patients/birth-date';
import type { FoundChart } from '../patients/find-chart';
import { columnsOf } from '../records/columns-of';
import { refuseImpossibleDates } from '../records/impossible-dates';
import { writeFirstVersion } from '../records/write-first-version';
import { isResult, type ResultState, releaseOf } from '../results/release-of';
import { isToldOf, tellOfResult } from '../results/tell-of-result';
import type { DocumentInput } from './document-input';
import type { FileFacts } from './file-facts';
import type { ReceivedFile } from './receive-file';

interface NewDocument {
  readonly chart: FoundChart;
  readonly key: PatientKey;
  readonly input: DocumentInput;
  readonly file: ReceivedFile;
  readonly user_id: Id<'users'>;
  /** Null for what patients add themselves. */
  readonly practitioner_id: Id<'practitioners'> | null;
  readonly now: Temporal.Instant;
}

/** A document's record with its first version, and its file in sealed chunks: one act. */
export async function writeDocument(tx: Tx, document: NewDocument): Promise<RecordChartRow> {
  const { chart, key, input, practitioner_id, user_id, now } = document;
  const { patient_id } = chart;
  const [id, blobId] = [newId('medical_records'), newId('blobs')];
  const content = contentOf(document, blobId);
  const { occurred_at } = input;
  refuseImpossibleDates({ occurred_at, content }, { birthDate: await birthDateOf(tx, patient_id, key), now });
  const by_patient = practitioner_id === null;
  const context = { id, patient_id, practitioner_id, by_patient, occurred_at, recorded_at: now };
  const text = toResource('document', content, context);
  const columns = columnsOf({ id, text, key }, chart.zone, now);
  const record = { id, patient_id, practitioner_id, user_id, columns, text, now };
  // What patients add themselves they have read.
  const state = by_patient ? undefined : await stateOf(tx, patient_id, { ...columns, text, now });
  const row = await writeFirstVersion(tx, { ...record, ...(state && { state }) }, key);
  if (state && isToldOf({ ...columns, ...state, stage: 'final' }, now))
    await tellOfResult(tx, patient_id, 'result_ready', now);
  await writeFile(tx, document, id, blobId);
  return row;
}

/** A report that is uploaded is a result, and comes to its patient as they wish. */
async function stateOf(
  tx: Tx,
  patientId: Id<'patients'>,
  written: Pick<Parameters<typeof releaseOf>[0], 'result_category' | 'effective_at' | 'text' | 'now'>,
): Promise<ResultState> {
  const wishes = isResult(written) ? await holdReleaseWishes(tx, patientId) : [];
  return releaseOf({ ...written, stage: 'final', origin: 'clinic' }, wishes);
}

const contentOf = ({ input, file }: NewDocument, blobId: Id<'blobs'>) => ({
  text: input.title,
  media_type: file.media_type,
  size: String(file.bytes.byteLength),
  sha1: file.sha1,
  blob_id: blobId,
  category: documentCategories[input.category],
  ...(file.file_name && { file_name: file.file_name }),
});

async function writeFile(
  tx: Tx,
  { chart: { patient_id }, key, file, user_id, now }: NewDocument,
  recordId: Id<'medical_records'>,
  id: Id<'blobs'>,
): Promise<void> {
  const { bytes, media_type, file_name = null, sha256 } = file;
  const facts: FileFacts = { media_type, file_name, size: bytes.byteLength, sha256 };
  const chunks = sealFile(id, bytes, key);
  await insertBlob(tx, {
    id,
    patient_id,
    record_id: recordId,
    uploaded_by: user_id,
    facts: seal('blobs.facts', id, JSON.stringify(facts), key),
    stored_hash: hashOf(...chunks),
    storage: 'database',
    scan: outside().scanner ? 'scanning' : 'not_scanned',
    scan_after: now,
    checked_at: now,
    created_at: now,
  });
  await insertBlobChunks(tx, { patient_id, blob_id: id }, chunks);
}
