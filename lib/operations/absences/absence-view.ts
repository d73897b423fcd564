import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import type { AbsenceRow } from '#db/queries/absences';
import { listClashingVisits } from '#db/queries/appointments';
import { appointmentView, exampleAppointment, viewAppointment } from '../appointments/appointment-view';

export const absenceKinds = ['leave', 'block'] as const;

/** Time that a doctor does not offer, with their visits that stand in it all the same. */
export const absenceView = z.strictObject({
  id: z.uuid(),
  kind: z.enum(absenceKinds),
  starts_at: z.iso.datetime(),
  ends_at: z.iso.datetime(),
  created_at: z.iso.datetime(),
  clashes: z.array(appointmentView),
});

/** Each with its clashing visits, asked for all at once. */
export async function viewAbsences(
  tx: Tx,
  rows: readonly AbsenceRow[],
  now: Temporal.Instant,
): Promise<z.output<typeof absenceView>[]> {
  const visits = await listClashingVisits(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, kind, starts_at, ends_at, created_at }) => ({
    ...{ id, kind, starts_at: starts_at.toString(), ends_at: ends_at.toString() },
    created_at: created_at.toString(),
    clashes: visits.filter((visit) => visit.absence_id === id).map((visit) => viewAppointment(visit, now)),
  }));
}

export const exampleAbsence: z.output<typeof absenceView> = {
  id: '01920000-0000-7000-8000-000000000073',
  kind: 'leave',
  starts_at: '2026-01-12T00:00:00Z',
  ends_at: '2026-01-17T00:00:00Z',
  created_at: '2026-01-05T09:00:00Z',
  clashes: [exampleAppointment],
};
