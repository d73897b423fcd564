import { z } from 'zod';
import { plainCalendar } from '#lib/domain/availability/calendar';

const weeklyView = z.strictObject({
  weekday: z.int(),
  starts: z.string(),
  ends: z.string(),
  slot_minutes: z.int(),
  break_starts: z.string().nullable(),
  break_ends: z.string().nullable(),
  in_person: z.boolean(),
  video: z.boolean(),
  room_id: z.uuid().nullable(),
});

export const dayView = z.strictObject({
  day: z.iso.date(),
  /** None: nobody is seen on that day. */
  hours: z.array(z.strictObject({ starts: z.string(), ends: z.string(), slot_minutes: z.int() })),
});

/** By what a doctor offers times; all of it by the clock of their site. */
export const hoursView = z.strictObject({
  clinic_id: z.uuid(),
  zone: z.string(),
  weekly: z.array(weeklyView),
  /** In place of the week's, on single days to come. */
  days: z.array(dayView),
  /** What they may be booked for, each with their own length where they have one. */
  services: z.array(z.strictObject({ service_id: z.uuid(), minutes: z.int().nullable() })),
  settings: z.strictObject({
    buffer_minutes: z.int(),
    lead_minutes: z.int(),
    horizon_days: z.int(),
    daily_cap: z.int().nullable(),
  }),
  version: z.int(),
});

/** What holds where a doctor has set nothing. */
export const plainSettings = {
  buffer_minutes: plainCalendar.buffer_minutes,
  lead_minutes: plainCalendar.lead_minutes,
  horizon_days: plainCalendar.horizon_days,
  daily_cap: plainCalendar.daily_cap,
};

export const exampleWeekly = [1, 2, 3, 4, 5].map((weekday) => ({
  ...{ weekday, starts: '09:00', ends: '12:00', slot_minutes: 30, break_starts: null, break_ends: null },
  ...{ in_person: true, video: true, room_id: null },
}));

export const exampleHours: z.output<typeof hoursView> = {
  clinic_id: '01920000-0000-7000-8000-000000000005',
  zone: 'Europe/London',
  weekly: exampleWeekly,
  days: [{ day: '2026-01-10', hours: [{ starts: '10:00', ends: '12:00', slot_minutes: 20 }] }],
  services: [{ service_id: '01920000-0000-7000-8000-000000000070', minutes: null }],
  settings: { buffer_minutes: 5, lead_minutes: 120, horizon_days: 90, daily_cap: null },
  version: 1,
};
