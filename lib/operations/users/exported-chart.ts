import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Tx } from '#db/client';
import { listAmendmentRequests } from '#db/queries/amendment-requests';
import { listAppointments } from '#db/queries/appointments';
import { findChart } from '#db/queries/charts';
import { listRecords } from '#db/queries/medical-records';
import { listRefills } from '#db/queries/refill-requests';
import type { UserActor } from '#lib/policy/actor';
import { amendmentView, viewAmendment } from '../amendment-requests/amendment-view';
import { appointmentView, viewAppointment } from '../appointments/appointment-view';
import { chartKey } from '../patients/chart-key';
import { recordView } from '../records/record-view';
import { viewWhole } from '../records/view-listed';
import { refillView, viewRefill } from '../refills/refill-view';

/** A patient's own visits and records, as every door gives them. */
export const exportedChart = {
  appointments: z.array(appointmentView),
  records: z.array(recordView),
  refill_requests: z.array(refillView),
  /** With what the patient says to a denial: it goes wherever the record goes (45 CFR 164.526 (d)(5)). */
  amendment_requests: z.array(amendmentView),
};

/** All of them: one person's chart. */
const whole = { limit: 100_000, offset: 0 };

const anyVisit = { states: null, from: null, to: null, day: null, upcoming: null };
const anyRecord = { recordType: null, includeEnteredInError: true };

/** What this session may read of it: a token without the scope for records takes none away. */
export async function exportChart(tx: Tx, actor: UserActor, now: Temporal.Instant) {
  const { patient_id: patientId, scopes } = actor;
  const row = patientId && (await findChart(tx, patientId));
  if (row?.relation !== 'self')
    return { appointments: [], records: [], refill_requests: [], amendment_requests: [] };
  const chart = { type: 'chart' as const, ...row };
  const ofPatient = { patientId: chart.patient_id };
  const visits = scopes.includes('read:appointments')
    ? await listAppointments(tx, { ...anyVisit, ...ofPatient }, 'asc', whole)
    : { rows: [] };
  const mayRead = scopes.includes('read:records');
  const records = mayRead
    ? await listRecords(tx, { ...anyRecord, ...ofPatient }, 'created_at asc', whole)
    : { rows: [] };
  const asked = { ...ofPatient, recordId: null, open: null };
  const refills = mayRead ? await listRefills(tx, asked, whole) : { rows: [] };
  const amendments = mayRead ? await listAmendmentRequests(tx, asked, whole) : { rows: [] };
  return {
    appointments: visits.rows.map((visit) => viewAppointment(visit, now)),
    records: await viewWhole(tx, records.rows, { key: chartKey(chart), actor, chart }),
    refill_requests: refills.rows.map(viewRefill),
    amendment_requests: amendments.rows.map(viewAmendment),
  };
}
