import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAbsence } from '#lib/operations/absences/create';
import { bookAppointment } from '#lib/operations/appointments/book';
import { createDoctor, createPatient, createSite } from '../../factories/care';
import { asRole } from '../../harness/as-role';
import { openClinic, type TestClinic } from '../../harness/clinic';

let clinic: TestClinic;

beforeAll(async () => {
  clinic = await openClinic();
});
afterAll(() => clinic.close());

it('leave that is written while a visit is being booked there waits, and tells of that visit', async () => {
  const site = await createSite(clinic.clock);
  const doctor = await createDoctor(clinic.clock, site);
  const patient = await createPatient(clinic.clock, site);
  const wish = { doctor_id: doctor.id, scheduled_at: '2026-03-04T10:00:00Z' };
  const { id } = await patient.call(bookAppointment, wish);
  const { leave } = await asRole(clinic.database.superuserUrl, (sql) =>
    sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(hashtextextended(${doctor.id}, 0))`;
      const leave = doctor.call(createAbsence, { kind: 'leave', first_day: '2026-03-03' });
      const inLine = () => tx`
        select 1 from pg_locks l join pg_database d on d.oid = l.database
         where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`;
      await expect.poll(inLine).toHaveLength(1);
      // As whoever holds the diary writes a visit: after its time was found free.
      await tx`
        update appointments set scheduled_at = '2026-03-03T10:00:00Z', ends_at = '2026-03-03T10:30:00Z' where id = ${id}`;
      return { leave };
    }),
  );
  expect((await leave).clashes).toMatchObject([{ id }]);
});
