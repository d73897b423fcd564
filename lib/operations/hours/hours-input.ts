import { z } from 'zod';
import {
  modesInput,
  visitMinutes,
  wallTime,
  weekday,
  wellFormed,
} from '#lib/domain/availability/hours-input';
import { dateInput } from '#lib/domain/date-input';
import { wholeNumber } from '#lib/domain/whole-number';
import { roomId, serviceId } from '#lib/platform/ids';

/** The hours of every week, each with one break at most. */
export const weeklyInput = z
  .array(
    z.strictObject({
      weekday,
      starts: wallTime,
      ends: wallTime,
      slot_minutes: visitMinutes,
      break_starts: wallTime.nullable().default(null),
      break_ends: wallTime.nullable().default(null),
      ...modesInput,
      room_id: roomId.nullable().default(null),
    }),
  )
  .max(50)
  .check(wellFormed);
export type Weekly = z.output<typeof weeklyInput>[number];

/** As the database bounds them (`practitioner_calendars`). */
export const settingsInput = z.strictObject({
  buffer_minutes: wholeNumber(0, 120),
  lead_minutes: wholeNumber(0, 43_200),
  horizon_days: wholeNumber(1, 366),
  daily_cap: wholeNumber(1, 100).nullable().default(null),
});

export const servicesInput = z
  .array(z.strictObject({ service_id: serviceId, minutes: visitMinutes.nullable().default(null) }))
  .max(200)
  .refine((list) => new Set(list.map(({ service_id }) => service_id)).size === list.length, {
    error: 'named_twice',
  });
export type Offered = z.output<typeof servicesInput>[number];

/** Hours on one day; none for a day on which nobody is seen. */
export const dayInput = z.strictObject({
  day: dateInput,
  hours: z
    .array(z.strictObject({ starts: wallTime, ends: wallTime, slot_minutes: visitMinutes }))
    .max(10)
    .check(wellFormed),
});
