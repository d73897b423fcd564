import { z } from 'zod';
import { type CodeQuery, listCodes, listKnownWords } from '#db/queries/terminology';
import { freeText } from '#lib/domain/free-text';
import { theClinic } from '#lib/policy/subject';
import { askedWords } from '#lib/terminology/search-words';
import { nearestWord } from '#lib/terminology/spelling';
import { codedKinds } from '#lib/terminology/systems';
import { defineOperation } from '../define';

const longestList = 50;

/**
 * Codes by what somebody types: the beginnings of words in any order, a plain name, or the code itself. What is typed may
 * be about a patient, so it comes in a body and stands in no event.
 */
export const searchTerminology = defineOperation({
  name: 'terminology.search',
  kind: 'query',
  rest: 'POST /terminology/search',
  summary: 'Find a code by its name',
  permission: 'read:profile',
  stepUp: 'none',
  input: z.strictObject({
    q: freeText(100).min(2),
    /** Only what the form of such a record offers. */
    kind: z.enum(codedKinds).optional(),
    limit: z.int().min(1).max(longestList).default(12),
  }),
  output: z.strictObject({
    items: z.array(
      z.strictObject({
        system: z.string(),
        code: z.string(),
        display: z.string(),
        /** The other name that was meant, where the display does not say it. */
        synonym: z.string().nullable(),
        /** UCUM, of a test or a measurement. */
        unit: z.string().nullable(),
      }),
    ),
  }),
  errors: [],
  audit: { event: 'SEARCH_TERMINOLOGY', resource: 'terminology', details: ['kind'] },
  example: {
    input: { q: 'heart attack', kind: 'diagnosis' },
    output: {
      items: [
        {
          system: 'http://hl7.org/fhir/sid/icd-10-cm',
          code: 'I21.9',
          display: 'Acute myocardial infarction, unspecified',
          synonym: 'heart attack',
          unit: null,
        },
      ],
    },
  },
  throttle: ({ caller }) =>
    caller.kind === 'user' ? [{ limit: 'terminology_search', key: caller.session.id }] : [],
  subject: theClinic,

  async handle({ tx, input: { q, kind = null, limit }, audit }) {
    const asked = { text: q.trim().toLowerCase(), words: askedWords(q), kind, limit };
    const exact = await found(tx, asked);
    const items = exact.length > 0 ? exact : await foundAlike(tx, asked);
    audit({ additional_info: { found: items.length } });
    return { items };
  },
});

type Tx = Parameters<typeof listCodes>[0];

async function found(tx: Tx, asked: CodeQuery) {
  if (asked.words.length === 0) return [];
  const rows = await listCodes(tx, asked);
  return rows.map(({ synonyms, ...row }) => ({ ...row, synonym: meant(row.display, synonyms, asked.words) }));
}

/** With the nearest words that the lists know, where nothing begins like what was typed. */
async function foundAlike(tx: Tx, asked: CodeQuery) {
  const known = await listKnownWords(tx);
  const words = asked.words.map((word) =>
    known.some((one) => one.startsWith(word)) ? word : nearestWord(word, known),
  );
  return words.every((word, at) => word === asked.words[at])
    ? []
    : found(tx, { ...asked, text: words.join(' '), words });
}

const says = (name: string, words: readonly string[]) => {
  const own = askedWords(name);
  return words.every((word) => own.some((one) => one.startsWith(word)));
};

function meant(display: string, synonyms: readonly string[], words: readonly string[]): string | null {
  return says(display, words) ? null : (synonyms.find((synonym) => says(synonym, words)) ?? null);
}
