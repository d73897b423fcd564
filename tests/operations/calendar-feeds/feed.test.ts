import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bookAppointment } from '#lib/operations/appointments/book';
import { getCalendarFile } from '#lib/operations/appointments/calendar-file';
import { cancelAppointment } from '#lib/operations/appointments/cancel';
import { getOwnCalendarFeed } from '#lib/operations/calendar-feeds/get-own';
import { makeCalendarFeed } from '#lib/operations/calendar-feeds/make';
import { readCalendarFeed } from '#lib/operations/calendar-feeds/read';
import { revokeCalendarFeed } from '#lib/operations/calendar-feeds/revoke';
import {
  createDoctor,
  createPatient,
  createSite,
  type DoctorPerson,
  type PatientPerson,
} from '../../factories/care';
import { visitor } from '../../factories/visitor';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;
let doctor: DoctorPerson;
let patient: PatientPerson;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

beforeEach(async () => {
  clinic.clock.set('2026-03-02T09:00:00Z');
  const site = await createSite(clinic.clock);
  doctor = await createDoctor(clinic.clock, site);
  patient = await createPatient(clinic.clock, site);
});

const stranger = () => visitor(clinic.clock);
const read = async (token: string) => (await stranger().call(readCalendarFeed, { token })).content;
const book = async (scheduled_at: string, person = patient) =>
  (await person.call(bookAppointment, { doctor_id: doctor.id, scheduled_at, notes: 'Canary-9b cough' })).id;

describe('a calendar address', () => {
  it('gives the owner’s visits to come and of the last 30 days, those called off as well, to nobody signed in', async () => {
    const soon = await book('2026-03-03T09:00:00Z');
    const off = await book('2026-03-04T09:00:00Z');
    const other = await createPatient(clinic.clock, doctor.clinicId);
    const foreign = await book('2026-03-05T09:00:00Z', other);
    await patient.call(cancelAppointment, { id: off });
    const { token } = await patient.call(makeCalendarFeed, {});
    const text = await read(token);
    expect(text).toContain(`UID:visit-${soon}@`);
    expect(text).toContain(`UID:visit-${off}@`);
    expect(text).not.toContain(foreign);
    expect(text.match(/^STATUS:\w+/gm)).toEqual(['STATUS:CONFIRMED', 'STATUS:CANCELLED']);
    for (const word of ['Amara', 'Okafor', 'General practice', 'Elsa', 'Canary', patient.id, doctor.id]) {
      expect(text).not.toContain(word);
    }
    clinic.clock.set('2026-04-02T09:00:00Z');
    expect(await read(token)).toContain(soon);
    clinic.clock.set('2026-04-02T09:00:01Z');
    expect(await read(token)).not.toContain(soon);
    expect(await read(token)).toContain(off);
  });

  it('sends nobody to the clinic for a visit by video', async () => {
    const { token } = await patient.call(makeCalendarFeed, {});
    const wish = { doctor_id: doctor.id, scheduled_at: '2026-03-03T09:00:00Z', mode: 'video' as const };
    const { id } = await patient.call(bookAppointment, wish);
    for (const text of [await read(token), (await patient.call(getCalendarFile, { id })).content]) {
      expect(text).toContain('LOCATION:By video');
      expect(text).not.toContain('Northgate');
    }
  });

  it('shows no time that is only held', async () => {
    const { token } = await patient.call(makeCalendarFeed, {});
    await book('2026-03-03T09:00:00Z');
    await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`insert into appointments
        select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'status', 'held', 'held_until', '2027-01-01',
                 'scheduled_at', a.scheduled_at + interval '1 day', 'ends_at', a.ends_at + interval '1 day'))).*
          from appointments a where a.patient_id = ${patient.id}`,
    );
    expect((await read(token)).match(/BEGIN:VEVENT/g)).toHaveLength(1);
  });

  it('works until it is ended or another one is made, and is stored as a hash', async () => {
    expect(await patient.call(getOwnCalendarFeed, {})).toEqual({ feed: null });
    const { token } = await patient.call(makeCalendarFeed, {});
    expect(await patient.call(getOwnCalendarFeed, {})).toEqual({
      feed: { created_at: '2026-03-02T09:00:00Z' },
    });
    const { token: second } = await patient.call(makeCalendarFeed, {});
    expect((await stranger().refusal(readCalendarFeed, { token })).code).toBe('not_found');
    expect(await read(second)).toContain('BEGIN:VCALENDAR');
    await patient.call(revokeCalendarFeed, {});
    expect((await stranger().refusal(readCalendarFeed, { token: second })).code).toBe('not_found');
    expect(await patient.call(getOwnCalendarFeed, {})).toEqual({ feed: null });
    const [row] = await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`select count(*)::int as rows, min(octet_length(token_hash)) as bytes
                     from calendar_feeds where user_id = ${patient.account.id}`,
    );
    expect(row).toEqual({ rows: 2, bytes: 32 });
  });

  it('is one, also of many that are made at once', async () => {
    const made = await Promise.all([1, 2, 3].map(() => patient.call(makeCalendarFeed, {})));
    const codes = await Promise.all(
      made.map(({ token }) =>
        read(token).then(
          () => 'read',
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(codes.sort()).toEqual(['not_found', 'not_found', 'read']);
  });

  it('is dead with its account', async () => {
    const { token } = await patient.call(makeCalendarFeed, {});
    await asRole(
      clinic.database.superuserUrl,
      (sql) => sql`update users set disabled_at = now() where id = ${patient.account.id}`,
    );
    expect((await stranger().refusal(readCalendarFeed, { token })).code).toBe('not_found');
  });

  it('leaves a trace of each reading, which does not hold it', async () => {
    const { token } = await patient.call(makeCalendarFeed, {});
    await read(token);
    const events = (await clinic.events()).slice(-2);
    expect(events.map(({ action, user_id }) => [action, user_id])).toEqual([
      ['MAKE_CALENDAR_FEED', patient.account.id],
      ['READ_CALENDAR_FEED', patient.account.id],
    ]);
    expect(JSON.stringify(events)).not.toContain(token);
  });
});

describe('one visit as a file', () => {
  it('is for who comes and who sees them, and for nobody else', async () => {
    const id = await book('2026-03-03T09:00:00Z');
    const other = await createPatient(clinic.clock, doctor.clinicId);
    expect((await patient.call(getCalendarFile, { id })).content).toContain(`UID:visit-${id}@`);
    expect((await other.refusal(getCalendarFile, { id })).code).toBe('not_found');
    expect((await stranger().refusal(getCalendarFile, { id })).code).toBe('unauthenticated');
  });
});
