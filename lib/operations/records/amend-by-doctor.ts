import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { RecordChartRow } from '#db/queries/medical-records';
import { OperationError } from '#lib/errors/operation-error';
import { withSensitivity } from '#lib/fhir/draft';
import type { UserActor } from '#lib/policy/actor';
import { birthDateOf } from '../patients/birth-date';
import { chartKey } from '../patients/chart-key';
import { amendedText } from './amended-text';
import { amendedStage, type Revised, reviseRecord } from './revise';

interface Amending {
  readonly tx: Tx;
  readonly actor: UserActor;
  readonly now: Temporal.Instant;
}

interface Amendment {
  readonly content: object;
  readonly reason?: string | undefined;
  readonly restricted?: boolean | undefined;
  readonly expected_version?: number | undefined;
}

/**
 * The next version of a record, with another content of the same type.
 * @throws OperationError `conflict` for what is past being amended at that moment, `stale_version`, `validation_failed`
 */
export async function amendByDoctor(
  { tx, actor, now }: Amending,
  row: RecordChartRow,
  { content, reason, restricted, expected_version }: Amendment,
): Promise<Revised> {
  const key = chartKey(row);
  const lifetime = { birthDate: await birthDateOf(tx, row.patient_id, key), now };
  return reviseRecord(tx, {
    row,
    key,
    now,
    expectedVersion: expected_version,
    reason: reason || undefined,
    user_id: actor.user_id,
    rewrite(current, stage) {
      // A signed note stays as it was read; what is to be added is an addendum, a note of its own.
      if (row.record_type === 'note' && stage !== 'draft') throw new OperationError('conflict');
      const text = amendedText(current, row.record_type, content, lifetime);
      return restricted === undefined ? text : withSensitivity(text, restricted);
    },
    stage: amendedStage,
  });
}
