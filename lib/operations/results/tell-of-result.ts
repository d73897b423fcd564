import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { findOwnerOfChart } from '#db/queries/results';
import { tellAccount } from '#lib/notify/tell-account';
import type { Id } from '#lib/platform/ids';
import { isNews } from '#lib/policy/result-release';
import type { RecordStage } from '#lib/policy/subject';
import { isResult, type ResultState } from './release-of';

interface Told extends Pick<ResultState, 'release' | 'result_category'> {
  readonly stage: RecordStage;
  readonly effective_at: Temporal.Instant;
}

/** Whether the patient can do something about it today: read it, or open it. History is no news. */
export function isToldOf(record: Told, now: Temporal.Instant): boolean {
  const signed = record.stage === 'final' || record.stage === 'amended';
  return (
    isResult(record) && signed && record.release !== 'awaiting_comment' && isNews(record.effective_at, now)
  );
}

/** A mail that says that there is something, and nothing of what it is. A chart without an account has no reader. */
export async function tellOfResult(
  tx: Tx,
  patientId: Id<'patients'>,
  template: 'result_ready' | 'result_commented',
  now: Temporal.Instant,
): Promise<void> {
  const owner = await findOwnerOfChart(tx, patientId);
  if (owner) await tellAccount(tx, owner, { template, params: {} }, now);
}
