import type { Mutation } from './mutation';

const records = (name: string): readonly string[] => [`tests/operations/records/${name}.test.ts`];

/** What makes something a result, when it counts, and what may be written as one. */
export const resultMutations: readonly Mutation[] = [
  {
    name: 'take for a result only what a laboratory calls its own',
    file: 'lib/fhir/resource.ts',
    find: '      return resultCategoryOf(tree);',
    replace: "      return mapping.recordType.startsWith('lab_') ? resultCategoryOf(tree) : null;",
    ask: ['tests/unit/fhir/stage-and-labels.test.ts', 'tests/operations/results/other-results.test.ts'],
  },
  {
    name: 'show a report at once that a doctor uploads',
    file: 'lib/operations/documents/write-document.ts',
    find: '  const state = by_patient ? undefined : await stateOf(',
    replace: '  const state = by_patient || true ? undefined : await stateOf(',
    ask: ['tests/operations/results/other-results.test.ts'],
  },
  {
    name: 'let patients take what they are told not to take',
    file: 'lib/operations/records/is-taken.ts',
    find: "!warnings.includes('do_not_take') && ",
    replace: '',
    ask: records('what-counts'),
  },
  {
    name: 'draw a cancelled value into a trend',
    file: 'lib/operations/results/course.ts',
    find: 'isSame && valueCounts(record)',
    replace: 'isSame',
    ask: records('what-counts'),
  },
  {
    name: 'ask a doctor to look at a cancelled value',
    file: 'lib/operations/results/release-of.ts',
    find: 'news: valueCounts(view) && isNews',
    replace: 'news: isNews',
    ask: records('what-counts'),
  },
  {
    name: 'take potassium in kilograms from whoever types it',
    file: 'lib/operations/records/create.ts',
    find: '    refuseUnfitUnit(input.content);\n',
    replace: '',
    ask: records('units'),
  },
  {
    name: 'take any unit with a correction',
    file: 'lib/operations/records/amended-text.ts',
    find: '  refuseUnfitUnit(parsed.data, before);\n',
    replace: '',
    ask: records('units'),
  },
  {
    name: 'call a record open that a label of its source keeps closed',
    file: 'lib/fhir/sensitivity.ts',
    find: 'labels.filter((label) => !isRestricting(label))',
    replace: "labels.filter((label) => at(label, 'code') !== 'R')",
    ask: ['tests/unit/fhir/stage-and-labels.test.ts'],
  },
];
