import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { invalidField, OperationError } from '#lib/errors/operation-error';
import type { Id } from '#lib/platform/ids';
import type { UserActor } from '#lib/policy/actor';
import { chartKey } from '../patients/chart-key';
import { amendByDoctor } from '../records/amend-by-doctor';
import { recordSubject } from '../records/find-record';
import { viewRecord } from '../records/record-view';

interface Accepting {
  readonly tx: Tx;
  readonly actor: UserActor;
  readonly now: Temporal.Instant;
}

interface Correction {
  readonly content?: object | undefined;
  readonly reason?: string | undefined;
  readonly restricted?: boolean | undefined;
  readonly expected_version?: number | undefined;
  readonly answer?: string | undefined;
}

/**
 * The version that corrects the record; null where the record takes none: a signed note, a report, what carries what we
 * do not understand. There the answer says what was done, and stands with the record.
 */
export async function acceptAmendment(
  { tx, actor, now }: Accepting,
  recordId: Id<'medical_records'>,
  { content, answer, ...correction }: Correction,
): Promise<{ version: number; reasonId: Id<'reasons'> | null } | null> {
  const found = await recordSubject(tx, recordId);
  if (!found) throw new OperationError('not_found');
  const { amend } = viewRecord(found.row, chartKey(found.row), actor, found).can;
  if (!amend.allowed) {
    if (content !== undefined || amend.reason === 'entered_in_error') throw new OperationError('conflict');
    if (answer === undefined) throw invalidField('answer', 'required', 'Say what was done');
    return null;
  }
  if (content === undefined) throw invalidField('content', 'required', 'Say what is to stand there');
  const { row, reasonId } = await amendByDoctor({ tx, actor, now }, found.row, { content, ...correction });
  return { version: row.version, reasonId };
}
