import { z } from 'zod';
import { findPatient } from '#db/queries/patients';
import { findChartAlerts } from '#db/queries/timeline';
import { open } from '#lib/crypto/seal';
import { recordNumberOf } from '#lib/domain/record-number';
import { deceasedOf } from '#lib/fhir/deceased';
import { patientId } from '#lib/platform/ids';
import { decide } from '#lib/policy/decide';
import type { Scope } from '#lib/policy/scopes';
import { relations } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { bannerAllergies, bannerAllergy } from './banner-allergies';
import { chartKey } from './chart-key';
import { exampleIdentity, openIdentity, patientIdentity } from './patient-view';

/** Who a chart is about: the banner above every page of it. */
export const getPatient = defineOperation({
  name: 'patients.get',
  kind: 'query',
  rest: 'GET /patients/{id}',
  summary: 'One patient',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({ id: patientId }),
  output: z.strictObject({
    ...patientIdentity,
    /** As printed: what staff and patients name a chart by. */
    record_number: z.string(),
    /** Whether they have died; when, where that is known. */
    deceased: z.boolean(),
    deceased_at: z.string().nullable(),
    /** Present and not ruled out, the gravest first. Empty is not none: somebody may not have asked yet. */
    allergies: z.array(bannerAllergy),
    /** Of what the reader may see. */
    alerts: z.strictObject({ drafts: z.int(), restricted: z.int(), critical: z.int() }),
    /** What the reader is to them. */
    relation: z.enum(relations),
    can: z.strictObject({
      write_records: z.strictObject({ allowed: z.boolean() }),
      write_appointments: z.strictObject({ allowed: z.boolean() }),
    }),
  }),
  errors: ['not_found'],
  audit: { event: 'VIEW_PATIENT', resource: 'patient' },
  example: {
    input: { id: exampleIdentity.id },
    output: {
      ...exampleIdentity,
      deceased: false,
      deceased_at: null,
      record_number: recordNumberOf(exampleIdentity.id),
      allergies: [],
      alerts: { drafts: 0, restricted: 0, critical: 0 },
      relation: 'treating',
      can: { write_records: { allowed: true }, write_appointments: { allowed: true } },
    },
  },

  subject: async ({ tx, input }) => {
    const row = await findPatient(tx, input.id);
    return row && { type: 'chart', patient_id: row.id, relation: row.relation, row };
  },

  async handle({ tx, actor, subject }) {
    const { row, relation } = subject;
    const may = (permission: Scope) => ({ allowed: decide(actor, permission, subject).allowed });
    const can = {
      write_records: may('write:records'),
      write_appointments: may('write:appointments'),
    };
    const key = chartKey(row);
    const resource = row.identity && open('patients.identity', row.id, row.identity, key);
    const [allergies, alerts] = await Promise.all([
      bannerAllergies(tx, subject.patient_id, { key, actor, chart: subject }),
      findChartAlerts(tx, subject.patient_id),
    ]);
    const record_number = recordNumberOf(row.id);
    return {
      ...{ ...openIdentity(row, key), ...deceasedOf(resource), record_number },
      ...{ allergies, alerts, relation, can },
    };
  },
});
