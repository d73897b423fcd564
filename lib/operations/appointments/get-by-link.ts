import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import type { AppointmentRow } from '#db/queries/appointments';
import { findOwnZone } from '#db/queries/reminder-settings';
import { fromPlace } from '#lib/auth/throttle-keys';
import { visitModes } from '#lib/domain/availability/calendar';
import { dateInput } from '#lib/domain/date-input';
import { theClinic } from '#lib/policy/subject';
import { authBodyLimitBytes, opaqueToken } from '../auth/credentials';
import { defineOperation } from '../define';
import { asRange, type Dates, openingsOf } from '../doctors/openings-of';
import { appointmentRights, rightsToVisit } from './appointment-rights';
import { openVisitLink } from './linked-visit';
import { wishOfVisit } from './wish-of-visit';

const slot = z.strictObject({ starts_at: z.iso.datetime() });
const daysShown = 7;

/**
 * What a mailed link shows: when and where a visit is or that it is by video, and a week of other times with the same doctor. Not with whom,
 * for whom or why: whoever reads somebody's mail learns no more than the mail says. Looking uses nothing up.
 */
export const getVisitByLink = defineOperation({
  name: 'appointments.get-by-link',
  kind: 'query',
  rest: 'POST /appointments/links/look',
  summary: 'A visit by its mailed link',
  public: true,
  input: z.strictObject({
    token: opaqueToken,
    /** The first day of the week; today where it is left out, or past. */
    from: dateInput.optional(),
  }),
  output: z.strictObject({
    scheduled_at: z.iso.datetime(),
    ends_at: z.iso.datetime(),
    zone: z.string(),
    /** By whose clock its reader lives, where they have said so. */
    own_zone: z.string().nullable(),
    mode: z.enum(visitModes),
    confirmed: z.boolean(),
    clinic_name: z.string(),
    clinic_phone: z.string().nullable(),
    can: appointmentRights.pick({ cancel: true, move: true }),
    /** The weeks before and after; none before today. */
    earlier: z.iso.date().nullable(),
    later: z.iso.date(),
    days: z.array(z.strictObject({ date: z.iso.date(), slots: z.array(slot) })),
  }),
  errors: [],
  audit: { event: 'VIEW_APPOINTMENT', resource: 'appointment' },
  example: {
    input: { token: 'q1wZ4dQm0Qv7m2cUuYcN0Q3mO9xk5n6b8rT1sV2wX4y' },
    output: {
      scheduled_at: '2026-01-12T09:00:00Z',
      ends_at: '2026-01-12T09:20:00Z',
      zone: 'Europe/London',
      own_zone: null,
      mode: 'in_person',
      confirmed: false,
      clinic_name: 'Northgate Clinic',
      clinic_phone: '+441135550100',
      can: { cancel: { allowed: true, reason: null }, move: { allowed: true, reason: null } },
      earlier: null,
      later: '2026-01-12',
      days: [{ date: '2026-01-05', slots: [{ starts_at: '2026-01-05T09:00:00Z' }] }],
    },
  },
  bodyLimitBytes: authBodyLimitBytes,
  throttle: ({ request }) => [fromPlace('visit_link', request.ip)],
  subject: theClinic,

  async handle(work) {
    const { tx, now, input } = work;
    const { row } = await openVisitLink(work, input.token);
    const { cancel, move } = rightsToVisit(row, now);
    const today = now.toZonedDateTimeISO(row.zone).toPlainDate();
    const wished = input.from ? Temporal.PlainDate.from(input.from) : today;
    const first = Temporal.PlainDate.compare(wished, today) > 0 ? wished : today;
    const before = first.subtract({ days: daysShown });
    return {
      scheduled_at: row.scheduled_at.toString(),
      ends_at: row.ends_at.toString(),
      zone: row.zone,
      own_zone: await findOwnZone(tx),
      mode: row.mode,
      confirmed: row.confirmed_at !== null,
      clinic_name: row.clinic_name,
      clinic_phone: row.clinic_phone,
      can: { cancel, move },
      earlier: first.equals(today) ? null : before.toString(),
      later: first.add({ days: daysShown }).toString(),
      days: await offeredDays(tx, row, first, now),
    };
  },
});

async function offeredDays(tx: Tx, row: AppointmentRow, first: Temporal.PlainDate, now: Temporal.Instant) {
  const dates: Dates = { first, last: first.add({ days: daysShown - 1 }) };
  const wishes = new Map([[row.doctor_id, await wishOfVisit(tx, row)]]);
  const found = await openingsOf(tx, { dates, wishes, patientId: row.patient_id, except: row.id, now });
  const starts = (found.get(row.doctor_id) ?? []).map((opening) => asRange(opening).starts_at);
  return Array.from({ length: daysShown }, (_, index) => {
    const date = first.add({ days: index });
    const isOn = (at: Temporal.Instant) => at.toZonedDateTimeISO(row.zone).toPlainDate().equals(date);
    const others = starts.filter((at) => isOn(at) && !at.equals(row.scheduled_at));
    return { date: date.toString(), slots: others.map((at) => ({ starts_at: at.toString() })) };
  });
}
