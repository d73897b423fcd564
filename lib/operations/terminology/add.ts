import { z } from 'zod';
import { upsertCodes } from '#db/queries/terminology';
import { freeText } from '#lib/domain/free-text';
import { wordsOfCode } from '#lib/terminology/search-words';
import { codedKinds } from '#lib/terminology/systems';
import { wholeClinic } from '../clinic-import/only-the-job';
import { defineOperation } from '../define';

const name = freeText(2000).min(1);

/** Part of a full code system, as its publisher's file gives it. The same part once more changes nothing. */
export const addCodes = defineOperation({
  name: 'terminology.add',
  kind: 'command',
  rest: 'POST /import/terminology',
  summary: 'Import codes',
  permission: 'write:profile',
  stepUp: 'none',
  jobs: ['terminology'],
  input: z.strictObject({
    codes: z
      .array(
        z.strictObject({
          system: freeText(255).min(1),
          code: freeText(100).min(1),
          display: name,
          synonyms: z.array(name).max(200).readonly(),
          kinds: z.array(z.enum(codedKinds)).min(1).readonly(),
          unit: freeText(100).nullable(),
        }),
      )
      .min(1)
      .max(1000),
  }),
  output: z.strictObject({ changed: z.int() }),
  errors: [],
  audit: { event: 'IMPORT_TERMINOLOGY', resource: 'terminology' },
  example: {
    input: {
      codes: [
        {
          system: 'http://loinc.org',
          code: '718-7',
          display: 'Hemoglobin [Mass/volume] in Blood',
          synonyms: ['Hgb'],
          kinds: ['lab_result'],
          unit: 'g/dL',
        },
      ],
    },
    output: { changed: 1 },
  },
  subject: wholeClinic,

  async handle({ tx, input: { codes }, audit }) {
    const rows = codes.map((code) => ({ ...code, words: wordsOfCode(code) }));
    const changed = await upsertCodes(tx, rows, false);
    audit({ additional_info: { given: codes.length, changed } });
    return { changed };
  },
});
