import { z } from 'zod';
import { type HeldRow, listHeld } from '#db/queries/care-grants';
import { open } from '#lib/crypto/seal';
import { carerScopes } from '#lib/domain/care';
import type { UserActor } from '#lib/policy/actor';
import { decide } from '#lib/policy/decide';
import type { Scope } from '#lib/policy/scopes';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';

const right = z.strictObject({ allowed: z.boolean() });

const heldChart = z.strictObject({
  id: z.uuid(),
  patient_id: z.uuid(),
  name: z.string(),
  scope: z.enum(carerScopes),
  valid_until: z.iso.datetime().nullable(),
  can: z.strictObject({ read_records: right, write_appointments: right }),
});

/** Whose records the actor looks after, and what they may do there. */
export const listHeldCharts = defineOperation({
  name: 'care-relationships.list-held',
  kind: 'query',
  rest: 'GET /care-relationships/held',
  summary: 'Whose records you look after',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(heldChart) }),
  errors: [],
  audit: { event: 'LIST_HELD_CHARTS', resource: 'care_relationship' },
  example: {
    input: {},
    output: {
      items: [
        {
          id: '01920000-0000-7000-8000-000000000050',
          patient_id: '01920000-0000-7000-8000-000000000002',
          name: 'Elsa Vargas',
          scope: 'chart',
          valid_until: null,
          can: { read_records: { allowed: true }, write_appointments: { allowed: false } },
        },
      ],
    },
  },
  subject: ownRows,

  async handle({ tx, actor }) {
    const rows = await listHeld(tx);
    return { items: rows.map((row) => viewHeld(row, actor)) };
  },
});

const relationOf = {
  chart: 'carer_chart',
  appointments: 'carer_appointments',
  chart_and_appointments: 'carer',
} as const;

function viewHeld(row: HeldRow, actor: UserActor): z.output<typeof heldChart> {
  const { id, patient_id, valid_until } = row;
  const scope = carerScopes.find((each) => each === row.scope);
  if (!scope) throw new Error('A carer holds what no carer can.');
  const chart = { type: 'chart', patient_id, relation: relationOf[scope] } as const;
  const may = (permission: Scope) => ({ allowed: decide(actor, permission, chart).allowed });
  return {
    ...{ id, patient_id, scope },
    name: open('patients.legal_name', patient_id, row.legal_name, chartKey(row)),
    valid_until: valid_until?.toString() ?? null,
    can: { read_records: may('read:records'), write_appointments: may('write:appointments') },
  };
}
