import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { insertAbsence } from '#db/queries/absences';
import { lockDiary } from '#db/queries/diaries';
import { wallTime } from '#lib/domain/availability/hours-input';
import type { TimeRange } from '#lib/domain/availability/time-range';
import { dateInput } from '#lib/domain/date-input';
import { invalidField } from '#lib/errors/operation-error';
import { newId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { ownDoctor, requireDoctor } from '../hours/own-doctor';
import { absenceKinds, absenceView, exampleAbsence, viewAbsences } from './absence-view';

const input = z.strictObject({
  kind: z.enum(absenceKinds),
  first_day: dateInput,
  /** The first where it is left out. */
  last_day: dateInput.optional(),
  /** On the first day, by the clock of the site; its beginning where it is left out. */
  starts: wallTime.optional(),
  /** On the last day; its end where it is left out. */
  ends: wallTime.optional(),
});

/**
 * The acting doctor offers no time then. Visits that stand in it are answered, so that each can be moved or cancelled:
 * none of them changes by this alone.
 */
export const createAbsence = defineOperation({
  name: 'absences.create',
  kind: 'command',
  rest: 'POST /absences',
  successStatus: 201,
  summary: 'Add leave or blocked time',
  permission: 'write:appointments',
  stepUp: 'none',
  input,
  output: absenceView,
  errors: [],
  audit: { event: 'CREATE_ABSENCE', resource: 'practitioner', details: ['kind', 'first_day', 'last_day'] },
  example: {
    input: { kind: 'leave', first_day: '2026-01-12', last_day: '2026-01-16' },
    output: exampleAbsence,
  },
  subject: ownDoctor,

  async handle({ tx, actor, now, input: wish, subject, audit }) {
    const { id: practitioner_id, zone } = requireDoctor(subject);
    const range = rangeOf(wish, zone);
    if (Temporal.Instant.compare(range.ends_at, now) <= 0) {
      throw invalidField(wish.last_day ? 'last_day' : 'first_day', 'in_the_past', 'In the past');
    }
    const row = { id: newId('absences'), kind: wish.kind, ...range, created_at: now };
    // A booking that is under way is written before it, and told of, or sees it and is refused.
    await lockDiary(tx, practitioner_id);
    await insertAbsence(tx, { ...row, practitioner_id, created_by: actor.user_id });
    audit({ resource_id: practitioner_id });
    const [view] = await viewAbsences(tx, [row], now);
    if (!view) throw new Error('A row was not viewed.');
    return view;
  },
});

/** @throws OperationError `validation_failed` where it ends before it begins */
function rangeOf({ first_day, last_day, starts, ends }: z.output<typeof input>, zone: string): TimeRange {
  const last = Temporal.PlainDate.from(last_day ?? first_day);
  const from = Temporal.PlainDate.from(first_day).toZonedDateTime({ timeZone: zone, plainTime: starts });
  const until = ends
    ? last.toZonedDateTime({ timeZone: zone, plainTime: ends })
    : last.add({ days: 1 }).toZonedDateTime(zone);
  if (Temporal.ZonedDateTime.compare(until, from) <= 0) {
    throw invalidField(
      last_day && last_day < first_day ? 'last_day' : 'ends',
      'ends_before_start',
      'Too early',
    );
  }
  return { starts_at: from.toInstant(), ends_at: until.toInstant() };
}
