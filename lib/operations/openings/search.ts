import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { type DoctorRow, listDoctors } from '#db/queries/practitioners';
import { listOffers, type OfferRow } from '#db/queries/services';
import { visitModes } from '#lib/domain/availability/calendar';
import { dayPartOf, dayParts } from '#lib/domain/availability/day-part';
import type { Opening, Wish } from '#lib/domain/availability/openings';
import { wishedMode } from '#lib/domain/availability/visit-mode';
import { dateInput } from '#lib/domain/date-input';
import { wholeNumber } from '#lib/domain/whole-number';
import { type Id, patientId, practitionerId, serviceId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { doctorView, exampleDoctor, viewDoctor } from '../doctors/doctor-view';
import { type Dates, openingsOf, wireTimes } from '../doctors/openings-of';
import { clinicFor } from '../patients/find-chart';

const service = z.strictObject({ id: z.uuid(), name: z.string() });
const opening = z.strictObject({ starts_at: z.iso.datetime(), ends_at: z.iso.datetime() });

/** When and with whom one could be seen soonest: every doctor who fits, with their next times. */
export const searchOpenings = defineOperation({
  name: 'openings.search',
  kind: 'query',
  rest: 'GET /openings',
  summary: 'Free times of all doctors',
  permission: 'read:appointments',
  stepUp: 'none',
  input: z.strictObject({
    service_id: serviceId.optional(),
    doctor_id: practitionerId.optional(),
    speciality: z.string().max(200).optional(),
    mode: z.enum(visitModes).optional(),
    /** By the clock of each doctor's site. */
    part: z.enum(dayParts).optional(),
    /** The first day; today where it is left out. */
    from: dateInput.optional(),
    days: wholeNumber(1, 62).default(28),
    /** So many times of each. */
    each: wholeNumber(1, 20).default(6),
    /** For whom: their own visits are no free time. Oneself where it is left out. */
    patient_id: patientId.optional(),
  }),
  output: z.strictObject({
    /** In order of the first time that each has; those without any stand last. */
    items: z.array(
      z.strictObject({
        doctor: doctorView,
        /** In all of those days. */
        total: z.int(),
        openings: z.array(opening),
      }),
    ),
    /** What can be searched by. */
    services: z.array(service),
    specialities: z.array(z.string()),
    doctors: z.array(z.strictObject({ id: z.uuid(), display_name: z.string() })),
  }),
  errors: ['not_found'],
  audit: {
    event: 'SEARCH_OPENINGS',
    resource: 'practitioner',
    details: ['service_id', 'doctor_id', 'mode', 'part', 'from', 'days'],
  },
  example: {
    input: { from: '2026-01-05', days: 7 },
    output: {
      items: [
        {
          doctor: exampleDoctor,
          total: 1,
          openings: [{ starts_at: '2026-01-05T09:00:00Z', ends_at: '2026-01-05T09:20:00Z' }],
        },
      ],
      services: [{ id: '01920000-0000-7000-8000-000000000040', name: 'Follow-up' }],
      specialities: ['General practice'],
      doctors: [{ id: exampleDoctor.id, display_name: exampleDoctor.display_name }],
    },
  },
  subject: ({ tx, input }) => clinicFor(tx, input.patient_id),

  async handle({ tx, actor, now, input }) {
    const rows = await listDoctors(tx);
    const ids = rows.map(({ id }) => id);
    const offers = (await listOffers(tx, ids, null)).filter(({ patients_book }) => patients_book);
    const wishes = new Map(
      rows
        .filter((doctor) => isAsked(doctor, input))
        .flatMap((doctor) => {
          const wish = wishFor(doctor.id, offers, input);
          return wish ? [[doctor.id, wish] as const] : [];
        }),
    );
    const dates = datesOf(input, now);
    const patient = input.patient_id ?? actor.patient_id;
    const found = await openingsOf(tx, { dates, wishes, patientId: patient, now });
    const all = rows.map((row) => ({ doctor: viewDoctor(row), found: found.get(row.id) }));
    const items = all.flatMap(({ doctor, found: times }) =>
      times ? [{ doctor, times: times.filter((time) => isThen(time, input.part)) }] : [],
    );
    const write = wireTimes();
    return {
      items: items.sort(bySoonest).map(({ doctor, times }) => ({
        doctor,
        total: times.length,
        openings: times.slice(0, input.each).map(write),
      })),
      services: distinct(offers),
      specialities: [...new Set(rows.map(({ speciality }) => speciality))].sort(),
      doctors: all.map(({ doctor: { id, display_name } }) => ({ id, display_name })),
    };
  },
});

function datesOf(
  { from, days }: { readonly from?: string | undefined; readonly days: number },
  now: Temporal.Instant,
): Dates {
  const first = from ? Temporal.PlainDate.from(from) : now.toZonedDateTimeISO('UTC').toPlainDate();
  const last = first.add({ days: days - 1 });
  // A day early: today begins later in the west.
  return { first: from ? first : first.subtract({ days: 1 }), last };
}

interface Asked {
  readonly doctor_id?: Id<'practitioners'> | undefined;
  readonly speciality?: string | undefined;
  readonly service_id?: Id<'services'> | undefined;
  readonly mode?: Wish['mode'] | undefined;
}

const isAsked = (doctor: DoctorRow, { doctor_id, speciality }: Asked) =>
  (!doctor_id || doctor.id === doctor_id) && (!speciality || doctor.speciality === speciality);

/** What is wished of that doctor, or null where they do not give it. */
function wishFor(doctorId: string, offers: readonly OfferRow[], { service_id, mode }: Asked): Wish | null {
  if (!service_id) return { minutes: null, mode: mode ?? null };
  const offer = offers.find(({ id, practitioner_id }) => id === service_id && practitioner_id === doctorId);
  return offer && (!mode || offer[mode]) ? { minutes: offer.minutes, mode: wishedMode(mode, offer) } : null;
}

const isThen = ({ minute }: Opening, part: (typeof dayParts)[number] | undefined) =>
  part === undefined || dayPartOf(minute) === part;

interface Found {
  readonly times: readonly Opening[];
}

const bySoonest = (a: Found, b: Found) => soonest(a) - soonest(b);
const soonest = ({ times }: Found) => times[0]?.starts ?? Number.MAX_SAFE_INTEGER;

const distinct = (offers: readonly OfferRow[]) => [
  ...new Map(offers.map(({ id, name }) => [id, { id, name }])).values(),
];
