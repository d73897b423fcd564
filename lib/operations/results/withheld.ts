import { z } from 'zod';
import { listWithheldResults } from '#db/queries/results';
import { resultCategories } from '#lib/fhir/result-categories';
import { instantText } from '#lib/platform/instant-text';
import { ownRows } from '#lib/policy/subject';
import { defineOperation } from '../define';
import { exampleRecord } from '../records/record-view';

/** That results of the actor's own wait for their word, or for a doctor's comment, as they chose: never what they say. */
export const listWithheld = defineOperation({
  name: 'results.withheld',
  kind: 'query',
  rest: 'GET /results/withheld',
  summary: 'Results that you have chosen not to see yet',
  permission: 'read:records',
  stepUp: 'none',
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid(),
        category: z.enum(resultCategories),
        release: z.enum(['awaiting_comment', 'ask_first']),
        effective_at: z.iso.datetime(),
      }),
    ),
  }),
  errors: [],
  audit: { event: 'LIST_WITHHELD_RESULTS', resource: 'medical_record' },
  example: {
    input: {},
    output: {
      items: [
        {
          id: exampleRecord.id,
          category: 'genetics',
          release: 'ask_first',
          effective_at: '2026-01-05T09:00:00Z',
        },
      ],
    },
  },
  subject: ownRows,

  async handle({ tx }) {
    const rows = await listWithheldResults(tx);
    return {
      items: rows.map(({ id, result_category, release, effective_at }) => ({
        id,
        category: resultCategories.find((each) => each === result_category) ?? 'other',
        release: release === 'ask_first' ? ('ask_first' as const) : ('awaiting_comment' as const),
        effective_at: instantText(effective_at),
      })),
    };
  },
});
