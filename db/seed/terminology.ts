import { readFile } from 'node:fs/promises';
import { withActor } from '#db/client';
import { unlistOthers, upsertCodes } from '#db/queries/terminology';
import type { Clock } from '#lib/platform/clock';
import { newRequestId } from '#lib/platform/request-id';
import { listedCodes } from '#lib/terminology/list-file';
import { wordsOfCode } from '#lib/terminology/search-words';
import { type CodedKind, type KnownCode, terminologySystems } from '#lib/terminology/systems';

interface PickList {
  readonly file: string;
  readonly system: keyof typeof terminologySystems;
  readonly kinds: readonly CodedKind[];
}

/** What `terminology/NOTICE.md` allows to be bundled: at most 500 codes each. */
export const pickLists: readonly PickList[] = [
  { file: 'diagnoses', system: 'icd10cm', kinds: ['diagnosis'] },
  { file: 'laboratory-tests', system: 'loinc', kinds: ['lab_result'] },
  { file: 'vital-signs', system: 'loinc', kinds: ['vital_sign'] },
  { file: 'clinical-notes', system: 'loinc', kinds: ['note', 'document'] },
  { file: 'documents', system: 'loinc', kinds: ['document'] },
  { file: 'medicine-ingredients', system: 'rxnorm', kinds: ['prescription', 'allergy'] },
  { file: 'medicine-products', system: 'rxnorm', kinds: ['prescription'] },
  { file: 'vaccines', system: 'cvx', kinds: ['immunization'] },
  { file: 'allergies', system: 'snomed', kinds: ['allergy'] },
];

const folder = new URL('./terminology/', import.meta.url);

/** The codes of one list. */
export async function readPickList({ file, system, kinds }: PickList): Promise<KnownCode[]> {
  const text = await readFile(new URL(`${file}.tsv`, folder), 'utf8');
  return listedCodes(text, { system: terminologySystems[system], kinds });
}

/** Brings the lists in the database to what the files say, in one step. Nothing changes where they are alike. */
export async function loadPickLists(clock: Clock): Promise<number> {
  const codes = (await Promise.all(pickLists.map(readPickList))).flat();
  const rows = codes.map((code) => ({ ...code, words: wordsOfCode(code) }));
  const actor = { kind: 'system', job: 'terminology', now: clock.now(), requestId: newRequestId() } as const;
  return withActor(actor, async (tx) => {
    await unlistOthers(tx, rows);
    return upsertCodes(tx, rows, true);
  });
}
