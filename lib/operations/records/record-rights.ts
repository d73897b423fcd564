import { z } from 'zod';
import { OperationError } from '#lib/errors/operation-error';
import type { Actor } from '#lib/policy/actor';
import { decide } from '#lib/policy/decide';
import type { ChartSubject } from '#lib/policy/subject';

const right = z.strictObject({
  allowed: z.boolean(),
  /** Why not; null where it is allowed. */
  reason: z
    .enum([
      'not_permitted',
      'not_author',
      'entered_in_error',
      'read_only_type',
      'unknown_modifier',
      'signed_note',
      'already_signed',
      'taken_over',
      'already_confirmed',
    ])
    .nullable(),
});

export const recordRights = z.strictObject({
  amend: right,
  sign: right,
  mark_in_error: right,
  /** To correct what the patient has reported, or to say that it was never so: the patient's own right. */
  amend_own: right,
  /** To make sure of an allergy that was only told of. */
  confirm: right,
});

type Right = z.output<typeof right>;
type Refusal = NonNullable<Right['reason']>;

export interface RecordFacts {
  readonly record_type: string;
  readonly stage: string;
  readonly doctor_id: string | null;
  readonly source_system: string;
  /** Reported by the patient, and since then worked on by somebody who treats them. */
  readonly taken_over: boolean;
  /** An allergy that nobody has made sure of. */
  readonly unconfirmed: boolean;
  /** It carries a modifier that is not understood (R4 extensibility), so nothing may build on it. */
  readonly unknownModifier: boolean;
}

const rightOf = (reason: Refusal | null): Right => ({ allowed: reason === null, reason });

/** What the actor may do to a record: the same answer greys a control out and refuses the call behind it. */
export function rightsTo(
  actor: Actor,
  chart: ChartSubject,
  record: RecordFacts,
): z.output<typeof recordRights> {
  const common = refusalOf(actor, chart, record);
  return {
    amend: rightOf(common ?? amendRefusal(record)),
    sign: rightOf(common ?? (record.stage === 'draft' ? authorRefusal(actor, record) : 'already_signed')),
    mark_in_error: rightOf(common ?? authorRefusal(actor, record)),
    amend_own: rightOf(decide(actor, 'write:profile', chart).allowed ? ownRefusal(record) : 'not_permitted'),
    confirm: rightOf(common ?? confirmRefusal(record)),
  };
}

function refusalOf(actor: Actor, chart: ChartSubject, { stage }: RecordFacts): Refusal | null {
  if (!decide(actor, 'write:records', chart).allowed) return 'not_permitted';
  return stage === 'entered_in_error' ? 'entered_in_error' : null;
}

const readOnlyTypes = ['lab_report', 'other'];

function amendRefusal({ record_type, stage, unknownModifier }: RecordFacts): Refusal | null {
  if (readOnlyTypes.includes(record_type)) return 'read_only_type';
  // What was signed stays as it was read: an addendum is a note of its own.
  if (record_type === 'note' && stage !== 'draft') return 'signed_note';
  return unknownModifier ? 'unknown_modifier' : null;
}

/** S54: what somebody wrote, only they can say was never true. */
function authorRefusal(actor: Actor, { doctor_id }: RecordFacts): Refusal | null {
  const author = actor.kind === 'user' && doctor_id !== null && actor.practitioner_id === doctor_id;
  return author ? null : 'not_author';
}

function confirmRefusal({ record_type, stage, unconfirmed }: RecordFacts): Refusal | null {
  if (record_type !== 'allergy' || stage === 'draft') return 'read_only_type';
  return unconfirmed ? null : 'already_confirmed';
}

type Reported = Pick<RecordFacts, 'record_type' | 'source_system' | 'stage' | 'taken_over'>;

/** What patients have reported themselves is theirs, until somebody who treats them has had a hand in it. */
function ownRefusal({ record_type, source_system, stage, taken_over }: Reported): Refusal | null {
  if (source_system !== 'patient') return 'not_author';
  if (record_type === 'document') return 'read_only_type';
  if (stage === 'entered_in_error') return 'entered_in_error';
  return taken_over ? 'taken_over' : null;
}

/** @throws OperationError `forbidden` for what somebody else wrote, `conflict` for what is past being changed by them */
export function requireOwn(record: Reported): void {
  const refusal = ownRefusal(record);
  if (refusal) throw new OperationError(refusal === 'not_author' ? 'forbidden' : 'conflict');
}
