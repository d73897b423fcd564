import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { findRecord, lockRecord, markRecordChanged, type RecordChartRow } from '#db/queries/medical-records';
import { holdReleaseWishes } from '#db/queries/release-preferences';
import { markResultState } from '#db/queries/results';
import type { PatientKey } from '#lib/crypto/patient-key';
import { open } from '#lib/crypto/seal';
import { OperationError } from '#lib/errors/operation-error';
import { ImpossibleMove } from '#lib/fhir/impossible-move';
import type { ResultCategory } from '#lib/fhir/result-categories';
import type { Id } from '#lib/platform/ids';
import type { RecordStage } from '#lib/policy/subject';
import { isResult, releaseOf, releaseOfCorrected } from '../results/release-of';
import { isToldOf, tellOfResult } from '../results/tell-of-result';
import { columnsOf } from './columns-of';
import { writeVersion } from './write-version';

export interface Revision {
  readonly row: RecordChartRow;
  readonly key: PatientKey;
  readonly expectedVersion?: number | undefined;
  readonly reason?: string | undefined;
  readonly user_id: Id<'users'>;
  readonly now: Temporal.Instant;
  /** The next text from the current one. @throws ImpossibleMove where the record's state does not allow it */
  readonly rewrite: (current: string, stage: RecordStage) => string;
  /** How far the record has come with it. The database refuses a way back. */
  readonly stage: (current: RecordStage) => RecordStage;
}

/** What is changed after its signing is amended; a draft stays one. */
export const amendedStage = (current: RecordStage): RecordStage =>
  current === 'draft' ? 'draft' : 'amended';

export interface Revised {
  readonly row: RecordChartRow;
  readonly reasonId: Id<'reasons'> | null;
}

/**
 * The next version of a record, from the one that is current under lock. Nothing is overwritten: the version before
 * stays where it is.
 * @throws OperationError `stale_version`, `conflict`, `not_found`
 */
export async function reviseRecord(tx: Tx, revision: Revision): Promise<Revised> {
  const { row, key, now } = revision;
  const { id, patient_id } = row;
  const current = await lockRecord(tx, id);
  // Row security lets only those change it who treat the patient at this moment.
  if (!current) throw new OperationError('not_found');
  if (revision.expectedVersion !== undefined && revision.expectedVersion !== current.version) {
    throw new OperationError('stale_version');
  }
  const before = open('medical_records.encrypted_content', id, current.encrypted_content, key);
  const text = rewritten(revision, before, current.stage);
  const stage = revision.stage(current.stage);
  const [version, columns] = [
    current.version + 1,
    columnsOf({ id, text, key }, current.zone, row.created_at),
  ];
  const changed = await markRecordChanged(tx, { ...columns, id, stage, version });
  if (!changed) throw new OperationError('stale_version');
  if (isResult(columns) || isResult(row))
    await reviseResult(tx, revision, { ...columns, before, text, from: current.stage, stage });
  const { reason, user_id } = revision;
  const reasonId = await writeVersion(
    tx,
    { record_id: id, patient_id, version, status: columns.status, stage, text, reason, user_id, now },
    key,
  );
  const next = await findRecord(tx, id);
  if (!next) throw new Error('A revised record is not visible to its author.');
  return { row: next, reasonId };
}

function rewritten({ rewrite }: Revision, current: string, stage: RecordStage): string {
  try {
    return rewrite(current, stage);
  } catch (error) {
    throw error instanceof ImpossibleMove ? new OperationError('conflict') : error;
  }
}

interface RevisedResult {
  readonly result_category: ResultCategory | null;
  readonly effective_at: Temporal.Instant;
  readonly before: string;
  readonly text: string;
  readonly from: RecordStage;
  readonly stage: RecordStage;
}

/** A draft that is signed is a new result; what is corrected was one before. */
async function reviseResult(tx: Tx, { row, now }: Revision, result: RevisedResult): Promise<void> {
  const { id, patient_id, release, review } = row;
  const isSigned = result.from === 'draft' && result.stage !== 'draft';
  const state = isSigned
    ? releaseOf({ ...result, origin: 'clinic', now }, await holdReleaseWishes(tx, patient_id))
    : releaseOfCorrected(result, { text: result.before, release, review });
  await markResultState(tx, { id, ...state });
  if (isSigned && isToldOf({ ...result, ...state }, now))
    await tellOfResult(tx, patient_id, 'result_ready', now);
}
