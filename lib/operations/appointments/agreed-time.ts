import { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { DoctorRow } from '#db/queries/practitioners';
import type { TimeRange } from '#lib/domain/availability';
import { invalidField } from '#lib/errors/operation-error';
import { offeredTime } from '../doctors/offered-times';

/** Who asks for a longer time in advance than a year has a calendar error. */
const furthestDays = 366;
const usualMinutes = 30;

interface Wish {
  readonly by: 'patient' | 'staff';
  readonly doctor: Pick<DoctorRow, 'id' | 'zone'>;
  readonly startsAt: Temporal.Instant;
  readonly minutes?: number | undefined;
  readonly now: Temporal.Instant;
}

/**
 * The time of a visit. A patient takes one of the offered times, with its length; staff agree on any time to come.
 * Whether it is free is for the exclusion constraint to say.
 * @throws OperationError `validation_failed` for a time that is past, too far away or not offered
 */
export async function agreedTime(tx: Tx, { by, doctor, startsAt, minutes, now }: Wish): Promise<TimeRange> {
  if (Temporal.Instant.compare(startsAt, now) <= 0) {
    throw invalidField('scheduled_at', 'in_the_past', 'In the past');
  }
  if (startsAt.since(now).total('days') > furthestDays) {
    throw invalidField('scheduled_at', 'too_far_ahead', 'Too far ahead');
  }
  if (by === 'staff') {
    return { starts_at: startsAt, ends_at: startsAt.add({ minutes: minutes ?? usualMinutes }) };
  }
  const offered = await offeredTime(tx, doctor.id, startsAt, doctor.zone);
  if (!offered) throw invalidField('scheduled_at', 'not_offered', 'Not one of the offered times');
  const length = Math.round(offered.ends_at.since(offered.starts_at).total('minutes'));
  if (minutes !== undefined && minutes !== length) {
    throw invalidField('duration_minutes', 'not_offered', `This time lasts ${length} minutes`);
  }
  return offered;
}
