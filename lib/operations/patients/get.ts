import { z } from 'zod';
import { findPatient } from '#db/queries/patients';
import { open } from '#lib/crypto/seal';
import { deceasedOf } from '#lib/fhir/deceased';
import { patientId } from '#lib/platform/ids';
import { decide } from '#lib/policy/decide';
import type { Scope } from '#lib/policy/scopes';
import { relations } from '#lib/policy/subject';
import { defineOperation } from '../define';
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
    /** Whether they have died; when, where that is known. */
    deceased: z.boolean(),
    deceased_at: z.string().nullable(),
    /** What the reader is to them. */
    relation: z.enum(relations),
    can: z.strictObject({
      write_records: z.strictObject({ allowed: z.boolean() }),
      write_appointments: z.strictObject({ allowed: z.boolean() }),
    }),
  }),
  errors: ['not_found'],
  audit: { event: 'VIEW_PATIENT', resource: 'patient' },
  oneRead: true,
  example: {
    input: { id: exampleIdentity.id },
    output: {
      ...exampleIdentity,
      deceased: false,
      deceased_at: null,
      relation: 'treating',
      can: { write_records: { allowed: true }, write_appointments: { allowed: true } },
    },
  },

  subject: async ({ tx, input }) => {
    const row = await findPatient(tx, input.id);
    return row && { type: 'chart', patient_id: row.id, relation: row.relation, row };
  },

  handle({ actor, subject }) {
    const { row, relation } = subject;
    const may = (permission: Scope) => ({ allowed: decide(actor, permission, subject).allowed });
    const can = {
      write_records: may('write:records'),
      write_appointments: may('write:appointments'),
    };
    const key = chartKey(row);
    const resource = row.identity && open('patients.identity', row.id, row.identity, key);
    return { ...openIdentity(row, key), ...deceasedOf(resource), relation, can };
  },
});
