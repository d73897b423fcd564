import { expect, it } from 'vitest';
import { pickLists, readPickList } from '#db/seed/terminology';
import { isMistyped } from '#lib/terminology/check-digits';
import { wordsOfCode } from '#lib/terminology/search-words';
import { terminologySystems } from '#lib/terminology/systems';
import { isUnit } from '#lib/terminology/units';

const shapes = {
  [terminologySystems.loinc]: /^\d{1,6}-\d$/,
  [terminologySystems.icd10cm]: /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/,
  [terminologySystems.rxnorm]: /^\d{3,7}$/,
  [terminologySystems.cvx]: /^\d{2,3}$/,
  [terminologySystems.snomed]: /^\d{6,18}$/,
};

const all = (await Promise.all(pickLists.map(readPickList))).flat();

it.each(pickLists)('the list of $file is small enough to be bundled, and whole', async (list) => {
  const codes = await readPickList(list);
  expect(codes.length).toBeGreaterThan(5);
  expect(codes.length).toBeLessThanOrEqual(500);
  const broken = codes.filter(
    ({ system, code, display, synonyms, unit }) =>
      !shapes[system as keyof typeof shapes].test(code) ||
      isMistyped(system, code) ||
      [display, ...synonyms].some((name) => name === '' || name !== name.trim()) ||
      (unit !== null && !isUnit(unit)),
  );
  expect(broken).toEqual([]);
});

it('no code stands in two lists, and each has words', () => {
  expect(new Set(all.map(({ system, code }) => `${system} ${code}`)).size).toBe(all.length);
  expect(all.filter((code) => wordsOfCode(code).length === 0)).toEqual([]);
});
