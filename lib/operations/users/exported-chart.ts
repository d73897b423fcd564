import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import { listAppointments } from '#db/queries/appointments';
import { findChart } from '#db/queries/charts';
import { listRecords } from '#db/queries/medical-records';
import type { UserActor } from '#lib/policy/actor';
import { appointmentView, viewAppointment } from '../appointments/appointment-view';
import { chartKey } from '../patients/chart-key';
import { recordView } from '../records/record-view';
import { viewWhole } from '../records/view-listed';

/** A patient's own visits and records, as every door gives them. */
export const exportedChart = {
  appointments: z.array(appointmentView),
  records: z.array(recordView),
};

/** All of them: one person's chart. */
const whole = { limit: 100_000, offset: 0 };

const anyVisit = { status: null, from: null, to: null, day: null, upcoming: null };
const anyRecord = { recordType: null, includeEnteredInError: true };

/** What this session may read of it: a token without the scope for records takes none away. */
export async function exportChart(tx: Tx, actor: UserActor, now: Temporal.Instant) {
  const { patient_id: patientId, scopes } = actor;
  const row = patientId && (await findChart(tx, patientId));
  if (row?.relation !== 'self') return { appointments: [], records: [] };
  const chart = { type: 'chart' as const, ...row };
  const ofPatient = { patientId: chart.patient_id };
  const visits = scopes.includes('read:appointments')
    ? await listAppointments(tx, { ...anyVisit, ...ofPatient }, 'asc', whole)
    : { rows: [] };
  const records = scopes.includes('read:records')
    ? await listRecords(tx, { ...anyRecord, ...ofPatient }, 'created_at asc', whole)
    : { rows: [] };
  return {
    appointments: visits.rows.map((visit) => viewAppointment(visit, now)),
    records: await viewWhole(tx, records.rows, { key: chartKey(chart), actor, chart }),
  };
}
