import { z } from 'zod';
import { wholeNumber } from '#lib/domain/whole-number';
import { patientId } from '#lib/platform/ids';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { chartSubject, theChart } from '../patients/find-chart';
import { changedWhen } from './changed-when';
import { collect, cursorAt, positionAt } from './collect';
import { exampleResource, resourceView, viewFound } from './found';
import { asSeen } from './own-references';
import { resourceType } from './resource-type';
import { since } from './since';
import { mayReadVisits } from './visit-scope';
import { everythingOf } from './whole-chart';

/** A whole chart as FHIR (R4, Patient/$everything), as far as the reader sees it, a page at a time. */
export const listChartResources = defineOperation({
  name: 'resources.list-chart',
  kind: 'query',
  rest: 'GET /patients/{patient_id}/resources',
  summary: 'Everything in a chart, as FHIR',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({
    patient_id: patientId,
    types: z.array(resourceType).max(150).optional(),
    /** What has changed since. */
    since: since.optional(),
    count: wholeNumber(1, 1000).default(200),
    cursor: z.string().max(1000).optional(),
  }),
  output: z.strictObject({ items: z.array(resourceView), next: z.string().nullable() }),
  errors: ['not_found'],
  audit: {
    event: 'EXPORT_CHART',
    resource: 'medical_record',
    details: ['patient_id', 'types', 'since', 'count'],
  },
  example: {
    input: { patient_id: '01920000-0000-7000-8000-000000000002' },
    output: { items: [exampleResource], next: null },
  },

  subject: ({ tx, input }) => chartSubject(tx, input.patient_id),

  async handle({ tx, actor, input, subject }) {
    const found = theChart(subject);
    const chart = { patient_id: found.patient_id, key: chartKey(found) };
    const when = changedWhen('since', input.since === undefined ? [] : [`ge${input.since}`]);
    const wanted = { types: input.types ?? null, ids: null, ...when };
    const sections = everythingOf(tx, chart, wanted, mayReadVisits(actor, subject));
    const { cursor, ...question } = input;
    const from = positionAt(actor, question, cursor);
    const page = await collect(sections, { from, limit: input.count });
    const seen = await asSeen(tx, chart.patient_id, page.found);
    return { items: seen.map(viewFound), next: cursorAt(actor, question, page.next) };
  },
});
