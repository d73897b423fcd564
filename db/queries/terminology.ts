import type { Tx } from '../client';
import type { terminologyCodes } from '../schema/terminology-codes';

type Row = typeof terminologyCodes.$inferSelect;
export type FoundCode = Pick<Row, 'system' | 'code' | 'display' | 'synonyms' | 'unit'>;

interface NewCode {
  readonly system: string;
  readonly code: string;
  readonly display: string;
  readonly synonyms: readonly string[];
  readonly kinds: readonly string[];
  readonly unit: string | null;
  readonly words: readonly string[];
}

export interface CodeQuery {
  /** As it was typed, in small letters. */
  readonly text: string;
  /** At least one; each begins a word of what is found. */
  readonly words: readonly string[];
  readonly kind: string | null;
  readonly limit: number;
}

/** Of a full set only so many are ranked: whoever has typed two letters has not said what they look for. */
const mostRanked = 2000;

/**
 * The code itself, then names that begin with what was typed, then synonyms that do, then the rest; in each the lists
 * before the full sets, and the shorter before the longer.
 */
export function listCodes(tx: Tx, { text, words, kind, limit }: CodeQuery): Promise<FoundCode[]> {
  // Letters and digits alone: nothing in them is a sign of a text search query.
  const asked = words.map((word) => `${word}:*`).join(' & ');
  return tx<FoundCode[]>`
    select system, code, display, synonyms, unit
      from app.find_codes(${asked}, ${kind}, ${mostRanked})
     order by case when lower(code) = ${text} then 0
                   when starts_with(lower(display), ${text}) then 1
                   when exists (select from unnest(synonyms) s where starts_with(lower(s), ${text})) then 2
                   else 3 end,
              is_listed desc, length(display), display, system, code
     limit ${limit}`;
}

/** Every word by which something of the lists is found. */
export async function listKnownWords(tx: Tx): Promise<string[]> {
  const rows = await tx<{ word: string }[]>`
    select word from ts_stat('select words from terminology_codes where is_listed')`;
  return rows.map(({ word }) => word);
}

/** Adds codes, or renews what they say. One of a list is not changed by a full set. Returns how many are new or changed. */
export async function upsertCodes(tx: Tx, codes: readonly NewCode[], isListed: boolean): Promise<number> {
  const { count } = await tx`
    insert into terminology_codes as known (system, code, display, synonyms, kinds, unit, is_listed, words)
    select system, code, display, synonyms, kinds, unit, ${isListed}, array_to_tsvector(words)
      from jsonb_to_recordset(${JSON.stringify(codes)}::text::jsonb)
        as new(system text, code text, display text, synonyms text[], kinds text[], unit text, words text[])
        on conflict (system, code) do update
       set (display, synonyms, kinds, unit, is_listed, words) =
           (excluded.display, excluded.synonyms, excluded.kinds, excluded.unit, excluded.is_listed, excluded.words)
     where known.is_listed <= excluded.is_listed
       and (known.display, known.synonyms, known.kinds, known.unit, known.is_listed, known.words) is distinct from
           (excluded.display, excluded.synonyms, excluded.kinds, excluded.unit, excluded.is_listed, excluded.words)`;
  return count;
}

/** What has left the lists is still known, as if it had been imported. */
export async function unlistOthers(
  tx: Tx,
  listed: readonly Pick<NewCode, 'system' | 'code'>[],
): Promise<void> {
  const keys = JSON.stringify(listed.map(({ system, code }) => ({ system, code })));
  await tx`
    update terminology_codes k set is_listed = false
     where is_listed and not exists (
       select from jsonb_to_recordset(${keys}::text::jsonb) as l(system text, code text)
        where l.system = k.system and l.code = k.code)`;
}
