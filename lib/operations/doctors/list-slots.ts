import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { findAppointment } from '#db/queries/appointments';
import { type DoctorRow, findDoctor } from '#db/queries/practitioners';
import { visitModes } from '#lib/domain/availability/calendar';
import { modeOf } from '#lib/domain/availability/visit-mode';
import { dateInput } from '#lib/domain/date-input';
import { wholeNumber } from '#lib/domain/whole-number';
import { appointmentId, patientId, practitionerId, serviceId } from '#lib/platform/ids';
import type { ClinicSubject } from '#lib/policy/subject';
import { wishOfVisit } from '../appointments/wish-of-visit';
import { defineOperation } from '../define';
import { clinicFor } from '../patients/find-chart';
import { exampleDoctor } from './doctor-view';
import { openingsOf, wireTimes } from './openings-of';
import { wishOf } from './wish-of';

const slot = z.strictObject({
  starts_at: z.iso.datetime(),
  ends_at: z.iso.datetime(),
  /** How the visit would take place: as was asked for, else in person, if it can. */
  mode: z.enum(visitModes),
});

/** The times that may be asked for, by the days of the site's own calendar. */
export const listSlots = defineOperation({
  name: 'doctors.list-slots',
  kind: 'query',
  rest: 'GET /doctors/{id}/slots',
  summary: 'Free times of a doctor',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({
    id: practitionerId,
    /** The first day; today where it is left out. */
    from: dateInput.optional(),
    days: wholeNumber(1, 62).default(7),
    /** What for: its length, which may be the doctor's own. */
    service_id: serviceId.optional(),
    mode: z.enum(visitModes).optional(),
    /** For whom: their own visits are no free time. Oneself where it is left out. */
    patient_id: patientId.optional(),
    /** The visit that is to be moved. */
    moving: appointmentId.optional(),
  }),
  output: z.strictObject({
    zone: z.string(),
    days: z.array(z.strictObject({ date: z.iso.date(), slots: z.array(slot) })),
  }),
  errors: ['not_found'],
  audit: { event: 'LIST_SLOTS', resource: 'practitioner', details: ['from', 'days', 'service_id', 'mode'] },
  example: {
    input: { id: exampleDoctor.id, from: '2026-01-05', days: 1 },
    output: {
      zone: 'Europe/London',
      days: [
        {
          date: '2026-01-05',
          slots: [{ starts_at: '2026-01-05T09:00:00Z', ends_at: '2026-01-05T09:20:00Z', mode: 'in_person' }],
        },
      ],
    },
  },

  subject: async ({ tx, input }): Promise<(ClinicSubject & { row: DoctorRow }) | null> => {
    const [row, clinic] = await Promise.all([findDoctor(tx, input.id), clinicFor(tx, input.patient_id)]);
    return clinic && row && { ...clinic, row };
  },

  async handle({ tx, actor, now, input, subject: { row } }) {
    const { id, zone } = row;
    const first = input.from
      ? Temporal.PlainDate.from(input.from)
      : now.toZonedDateTimeISO(zone).toPlainDate();
    const dates = { first, last: first.add({ days: input.days - 1 }) };
    const moved = input.moving && (await findAppointment(tx, input.moving));
    const isMove = moved && moved.doctor_id === id;
    const wish = isMove ? await wishOfVisit(tx, moved) : await wishOf(tx, id, input);
    const patient = input.patient_id ?? actor.patient_id;
    const times = await openingsOf(tx, {
      ...{ dates, now, patientId: patient, wishes: new Map([[id, wish]]) },
      ...(moved && { except: moved.id }),
    });
    const slots = new Map<string, z.output<typeof slot>[]>();
    for (let index = 0; index < input.days; index += 1) slots.set(first.add({ days: index }).toString(), []);
    const write = wireTimes();
    for (const opening of times.get(id) ?? [])
      slots.get(opening.date)?.push({ ...write(opening), mode: modeOf(wish.mode, opening) });
    return { zone, days: [...slots].map(([date, found]) => ({ date, slots: found })) };
  },
});
