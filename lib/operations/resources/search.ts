import { z } from 'zod';
import type { Tx } from '#db/client';
import { freeText } from '#lib/domain/free-text';
import { wholeNumber } from '#lib/domain/whole-number';
import { patientId } from '#lib/platform/ids';
import { type OwnSubject, ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { chartKey } from '../patients/chart-key';
import { chartSubject, type FoundChart } from '../patients/find-chart';
import { collect, count, cursorAt, positionAt } from './collect';
import { exampleResource, type Found, resourceView, viewFound } from './found';
import { included, provenancesOf } from './included';
import { asSeen } from './own-references';
import { resourceType } from './resource-type';
import { criteriaOf, sectionsOf } from './searched';

const entry = resourceView.extend({
  /** It was sought itself, or one that was refers to it. */
  mode: z.enum(['match', 'include']),
});

const short = freeText(200).min(1);

/** The resources of one type in a chart; of patients and practitioners, those whom the reader may know. */
export const searchResources = defineOperation({
  name: 'resources.search',
  kind: 'query',
  rest: 'GET /resources/{resource_type}',
  summary: 'FHIR resources that are so',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({
    resource_type: resourceType,
    /** The reader's own chart where none is named. */
    patient_id: patientId.optional(),
    ids: z.array(short).max(100).optional(),
    /** `ge2026-01-01`; all of them hold. */
    last_updated: z.array(short).max(4).default([]),
    /** Parameters that the type knows, as in R4; all of them hold. */
    filters: z
      .array(z.strictObject({ name: short, value: freeText(2000).min(1) }))
      .max(20)
      .default([]),
    /** `DiagnosticReport:result` */
    include: z.array(short).max(20).default([]),
    revinclude: z.array(z.literal('Provenance:target')).max(1).default([]),
    count: wholeNumber(1, 500).default(50),
    /** Only how many there are. */
    summary: z.literal('count').optional(),
    cursor: z.string().max(1000).optional(),
  }),
  output: z.strictObject({
    entries: z.array(entry),
    /** Where the next page begins; null for the last. */
    next: z.string().nullable(),
    /** Only where that was asked for. */
    total: z.int().nullable(),
  }),
  errors: ['not_found'],
  audit: {
    event: 'SEARCH_RESOURCES',
    resource: 'medical_record',
    details: ['resource_type', 'patient_id', 'count', 'summary'],
  },
  example: {
    input: { resource_type: 'Condition' },
    output: { entries: [{ ...exampleResource, mode: 'match' }], next: null, total: null },
  },

  subject: ({ tx, input }) => {
    const hasChart = !['Patient', 'Practitioner'].includes(input.resource_type) || input.patient_id;
    return hasChart ? chartSubject(tx, input.patient_id) : ownRows();
  },

  async handle({ tx, actor, input, subject }) {
    const zone = subject.type === 'chart' ? subject.zone : 'UTC';
    const accepts = criteriaOf(input.resource_type, input.filters, zone);
    const sections = sectionsOf(tx, actor, subject, input);
    if (input.summary) {
      const look = lookAt(tx, input.resource_type, subject);
      return { entries: [], next: null, total: await count(sections, { accepts, look }) };
    }
    const { cursor, ...question } = input;
    const from = positionAt(actor, question, cursor);
    const { found, next } = await collect(sections, { from, limit: input.count, accepts });
    const view = (mode: 'match' | 'include') => (each: Found) => ({ ...viewFound(each), mode });
    const after = cursorAt(actor, question, next);
    if (subject.type !== 'chart') return { entries: found.map(view('match')), next: after, total: null };
    const chart = { patient_id: subject.patient_id, key: chartKey(subject) };
    const seen = await asSeen(tx, chart.patient_id, found);
    const others = [
      ...(await included(tx, chart, seen, input.include)),
      ...(input.revinclude.length > 0 ? await provenancesOf(tx, chart, seen) : []),
    ];
    const along = await asSeen(tx, chart.patient_id, others);
    return { entries: [...seen.map(view('match')), ...along.map(view('include'))], next: after, total: null };
  },
});

/** A Provenance from elsewhere may be of nothing that its reader sees, which stands in what is sealed. */
const lookAt = (tx: Tx, type: string, subject: FoundChart | OwnSubject) =>
  type === 'Provenance' && subject.type === 'chart'
    ? (found: readonly Found[]) => asSeen(tx, subject.patient_id, found)
    : undefined;
