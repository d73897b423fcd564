import { Temporal } from 'temporal-polyfill';
import type { Tx } from '#db/client';
import { type DoctorRow, listDoctors } from '#db/queries/practitioners';
import { findOwnReminderSettings } from '#db/queries/reminder-settings';
import { listOffers, type OfferRow } from '#db/queries/services';
import type { WaitingRow } from '#db/queries/waiting-list';
import { findLeadMinutes, listOfferedTimes } from '#db/queries/waiting-list-offers';
import type { VisitMode } from '#lib/domain/availability/calendar';
import type { Opening, Wish } from '#lib/domain/availability/openings';
import { modeOf, wishedMode } from '#lib/domain/availability/visit-mode';
import { defaultReminders, isQuiet } from '#lib/domain/reminders';
import { isWaitedFor, offerEnd } from '#lib/domain/waiting-list';
import type { Id } from '#lib/platform/ids';
import { relationMay } from '#lib/policy/decide';
import { sideOf } from '../appointments/appointment-rights';
import { hasRoom } from '../appointments/write-visit';
import { type Dates, openingsOf } from '../doctors/openings-of';
import { settingsOf } from '../reminders/settings-view';

/** A time that could be offered, and until when. */
export interface FittingTime {
  readonly doctor: DoctorRow;
  readonly startsAt: Temporal.Instant;
  readonly mode: VisitMode;
  readonly until: Temporal.Instant;
}

/** Nobody looks further ahead at a time. */
const daysLooked = 92;

/**
 * The first time that is free and that somebody waits for, as they would see it themselves; null where there is none. What
 * stands in the patient's own way is taken, also the visit that would be replaced: the new time may not overlap it. In the quiet
 * hours of whoever would be told there is none.
 */
export async function firstFitting(
  tx: Tx,
  entry: WaitingRow,
  now: Temporal.Instant,
): Promise<FittingTime | null> {
  if (!isOfPatientsSide(entry) || (entry.instead_of && entry.visit_status !== 'scheduled')) return null;
  if (!(await hasRoom(tx, entry.patient_id, entry.instead_of))) return null;
  const isAwake = await awakeAt(tx, now);
  const doctors = (await listDoctors(tx, meantBy(entry))).filter(({ zone }) => isAwake(zone));
  const offers = await servicesOf(tx, doctors, entry);
  const wishes = new Map(
    doctors.flatMap((doctor) => {
      const wish = wishFor(doctor.id, offers, entry);
      return wish ? [[doctor.id, wish] as const] : [];
    }),
  );
  if (wishes.size === 0) return null;
  const dates = datesOf(entry, now);
  const open = await openingsOf(tx, {
    dates,
    wishes,
    patientId: entry.patient_id,
    now,
  });
  const asked = new Set((await listOfferedTimes(tx, entry.id)).map(askedKey));
  const wish = { ...entry, before: entry.visit_at };
  const found = doctors
    .flatMap((doctor) => (open.get(doctor.id) ?? []).map((opening) => ({ doctor, opening })))
    .filter(
      ({ doctor, opening }) => isWaitedFor(opening, wish) && !asked.has(`${doctor.id} ${opening.starts}`),
    )
    .sort((a, b) => a.opening.starts - b.opening.starts);
  for (const { doctor, opening } of found) {
    const time = await asFitting(tx, { doctor, opening, entry, wish: wishes.get(doctor.id), now });
    if (time) return time;
  }
  return null;
}

const isOfPatientsSide = ({ relation }: WaitingRow) =>
  sideOf(relation) === 'patient' && relationMay(relation, 'write:appointments');

/** Whether whoever is looked for may be disturbed now: by their own clock, or the site's where they have none. */
async function awakeAt(tx: Tx, now: Temporal.Instant): Promise<(zone: string) => boolean> {
  const settings = await findOwnReminderSettings(tx);
  const quiet = settings ? settingsOf(settings) : defaultReminders;
  return (zone) => !isQuiet(now, settings?.zone ?? zone, quiet);
}

/** One doctor, or whoever of that speciality and site. */
const meantBy = ({ doctor_id, speciality, clinic_id }: WaitingRow) =>
  doctor_id ? { doctor_id } : { speciality, clinic_id };

/** Which of the doctors give what is waited for; null where that is anything. */
async function servicesOf(
  tx: Tx,
  doctors: readonly DoctorRow[],
  { service_id }: WaitingRow,
): Promise<readonly OfferRow[] | null> {
  const ids = doctors.map(({ id }) => id);
  return service_id ? (await listOffers(tx, ids, service_id)).filter(isBookable) : null;
}

const isBookable = ({ patients_book }: OfferRow) => patients_book;

type Offers = readonly OfferRow[] | null;

function wishFor(doctorId: Id<'practitioners'>, offers: Offers, { mode }: WaitingRow): Wish | null {
  if (!offers) return { minutes: null, mode };
  const offer = offers.find(({ practitioner_id }) => practitioner_id === doctorId);
  return offer && (!mode || offer[mode]) ? { minutes: offer.minutes, mode: wishedMode(mode, offer) } : null;
}

function datesOf({ from_day, until_day, visit_at, visit_zone }: WaitingRow, now: Temporal.Instant): Dates {
  const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
    Temporal.PlainDate.compare(a, b) > 0 ? a : b;
  const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (later(a, b) === a ? b : a);
  // A day early: today begins later in the west.
  const today = now.toZonedDateTimeISO('UTC').toPlainDate().subtract({ days: 1 });
  const first = later(Temporal.PlainDate.from(from_day), today);
  const furthest = earlier(Temporal.PlainDate.from(until_day), first.add({ days: daysLooked }));
  const visitDay = visit_at?.toZonedDateTimeISO(visit_zone ?? 'UTC').toPlainDate();
  return {
    first,
    last: later(first, visitDay ? earlier(furthest, visitDay.add({ days: 1 })) : furthest),
  };
}

interface Candidate {
  readonly doctor: DoctorRow;
  readonly opening: Opening;
  readonly entry: WaitingRow;
  readonly wish: Wish | undefined;
  readonly now: Temporal.Instant;
}

async function asFitting(tx: Tx, candidate: Candidate): Promise<FittingTime | null> {
  const { doctor, opening, entry, wish, now } = candidate;
  const mode = modeOf(wish?.mode ?? null, opening);
  const startsAt = Temporal.Instant.fromEpochMilliseconds(opening.starts);
  const leadMinutes = await findLeadMinutes(tx, doctor.id);
  const minutes = entry.change_notice_minutes ?? 0;
  const replaceableUntil = entry.visit_at?.subtract({ minutes }) ?? null;
  const until = offerEnd({
    now,
    starts: startsAt,
    leadMinutes,
    replaceableUntil,
  });
  return until && { doctor, startsAt, mode, until };
}

const askedKey = ({ doctor_id, scheduled_at }: Awaited<ReturnType<typeof listOfferedTimes>>[number]) =>
  `${doctor_id} ${scheduled_at.epochMilliseconds}`;
