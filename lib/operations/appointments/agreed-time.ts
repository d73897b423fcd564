import { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import type { DoctorRow } from '#db/queries/practitioners';
import type { VisitMode } from '#lib/domain/availability/calendar';
import type { Opening, Wish } from '#lib/domain/availability/openings';
import type { Span } from '#lib/domain/availability/taken-time';
import type { TimeRange } from '#lib/domain/availability/time-range';
import { modeOf } from '#lib/domain/availability/visit-mode';
import { invalidField } from '#lib/errors/operation-error';
import type { Id } from '#lib/platform/ids';
import { asRange, type DoctorDay, dayAt, offeredTime } from '../doctors/openings-of';

/** Who asks for a longer time in advance than a year has a calendar error. */
const furthestDays = 366;
const usualMinutes = 30;

export interface VisitWish {
  readonly by: 'patient' | 'staff';
  readonly doctor: Pick<DoctorRow, 'id' | 'zone'>;
  readonly startsAt: Temporal.Instant;
  readonly minutes?: number | undefined;
  readonly wish: Wish;
  readonly now: Temporal.Instant;
  /** When it was asked for: what is held meanwhile is offered still. */
  readonly asked_at: Temporal.Instant;
  /** The visit that is moved there. */
  readonly except?: Id<'appointments'>;
}

export type AgreedTime = TimeRange & {
  readonly room_id: Id<'rooms'> | null;
  readonly mode: VisitMode;
  readonly wish: Wish;
};

/**
 * The time of a visit. A patient takes one of the offered times, with its length, its way and its room; staff agree on any
 * time to come, as it is offered where it is, else in the doctor's room of then. Whether time and room are free is asked while
 * the diaries are held.
 * @throws OperationError `validation_failed` for a time that is past, too far away or not offered
 */
export async function agreedTime(tx: Tx, asked: VisitWish): Promise<AgreedTime> {
  const { by, doctor, startsAt, minutes, wish, now, asked_at } = asked;
  if (Temporal.Instant.compare(startsAt, now) <= 0) {
    throw invalidField('scheduled_at', 'in_the_past', 'In the past');
  }
  if (startsAt.since(now).total('days') > furthestDays) {
    throw invalidField('scheduled_at', 'too_far_ahead', 'Too far ahead');
  }
  if (by === 'staff') return staffTime(tx, asked);
  const place = { doctorId: doctor.id, zone: doctor.zone, startsAt, wish, now: asked_at };
  const offered = await offeredTime(tx, place);
  if (!offered) throw invalidField('scheduled_at', 'not_offered', 'Not one of the offered times');
  const length = minutesOf(offered);
  if (minutes !== undefined && minutes !== length) {
    throw invalidField('duration_minutes', 'not_offered', `This time lasts ${length} minutes`);
  }
  const mode = modeOf(wish.mode, offered);
  // A visit by video needs no room.
  const room = mode === 'video' ? null : (offered.room_id as Id<'rooms'> | null);
  return { ...asRange(offered), room_id: room, mode, wish };
}

async function staffTime(
  tx: Tx,
  { doctor, startsAt, minutes, wish, except }: VisitWish,
): Promise<AgreedTime> {
  const day = await dayAt(tx, { doctorId: doctor.id, zone: doctor.zone, startsAt });
  const offered = day?.offerTo(wish).times.find(({ starts }) => starts === startsAt.epochMilliseconds);
  const length = minutes ?? wish.minutes ?? (offered ? minutesOf(offered) : usualMinutes);
  const range = { starts_at: startsAt, ends_at: startsAt.add({ minutes: length }) };
  const mode = offered ? modeOf(wish.mode, offered) : (wish.mode ?? 'in_person');
  // One that is moved stays as it was agreed on, wherever it then takes place.
  if (mode === 'video' && !day?.hasVideo && !except)
    throw invalidField('mode', 'not_offered', 'The clinic has no place for visits by video');
  const room_id = mode === 'video' ? null : usualRoom(day, startsAt);
  return { ...range, room_id, mode, wish: { ...wish, minutes: length } };
}

/** The room of the hours in which a visit begins. Outside of all hours it is for staff to find a place. */
function usualRoom(day: DoctorDay | null, startsAt: Temporal.Instant) {
  const at = startsAt.epochMilliseconds;
  const isIn = ({ starts, step }: Opening) => starts <= at && at < starts + step;
  const times = day?.offerTo({ minutes: null, mode: 'in_person' }).times;
  return (times?.find(isIn)?.room_id ?? null) as Id<'rooms'> | null;
}

const minutesOf = ({ starts, ends }: Span) => Math.round((ends - starts) / 60_000);
