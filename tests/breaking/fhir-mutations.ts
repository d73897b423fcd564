import type { Mutation } from './mutation';

const fhir = (...names: string[]): readonly string[] =>
  names.map((name) => `tests/transport/fhir/${name}.test.ts`);

/** What leaves and comes in at the FHIR door, and what stays hidden there. */
export const fhirMutations: readonly Mutation[] = [
  {
    name: 'go on with a cursor of another question',
    file: 'lib/operations/resources/collect.ts',
    find: '  if (asked !== questionOf(question))\n',
    replace: '  if (asked === undefined)\n',
    ask: fhir('hidden', 'read-and-search'),
  },
  {
    name: 'say that the ids of another system are ours',
    file: 'lib/operations/resources/open-resource.ts',
    find: '(ownSources.includes(system) ? null : system)',
    replace: '(system ? null : system)',
    ask: fhir('everything', 'read-and-search'),
  },
  {
    name: 'go on with the export of somebody who may not sign in any more',
    file: 'lib/operations/exports/write-chart.ts',
    find: 'if (!(await lookAsAsker(tx, row.id))) {',
    replace: 'if ((await lookAsAsker(tx, row.id)) === null) {',
    ask: fhir('bulk-export', 'hidden'),
  },
  {
    name: 'name what is hidden in a reference beside it',
    file: 'lib/operations/resources/own-references.ts',
    find: 'if (hidden.holds(source, reference)) return mask(holder);',
    replace: "if (hidden.holds(source, '')) return mask(holder);",
    ask: fhir('masked'),
  },
  {
    name: 'tell who wrote what is hidden',
    file: 'lib/operations/resources/own-references.ts',
    find: 'return found.filter(tellsOfSomething);',
    replace: 'return [...found];',
    ask: fhir('masked'),
  },
  {
    name: 'name hidden results in a report of the portal',
    file: 'lib/operations/records/seen-results.ts',
    find: 'hidden.length === 0 ||',
    replace: 'hidden.length >= 0 ||',
    ask: fhir('masked'),
  },
  {
    name: 'let a file leave by an address that leads nowhere',
    file: 'lib/operations/resources/own-references.ts',
    find: 'holder.url = `$' + '{fhirBase()}/$' + '{own}`;',
    replace: 'holder.url = own;',
    ask: fhir('binary'),
  },
  {
    name: 'serve a file at the FHIR door as a page of ours',
    file: 'lib/transport/fhir/binary.ts',
    find: `'content-security-policy': "sandbox; default-src 'none'"`,
    replace: "'x-file': 'yes'",
    ask: fhir('binary'),
  },
  {
    name: 'keep exporting what has been restricted meanwhile',
    file: 'drizzle/0017_exports.sql',
    find: "|| ' and ' || unchanged || ' or '",
    replace: "|| ' or '",
    ask: fhir('export-after'),
  },
  {
    name: 'keep exporting to whoever treats no more',
    file: 'drizzle/0017_exports.sql',
    find: "|| ' and ' || trusted || ' and '",
    replace: "|| ' and '",
    ask: fhir('export-after'),
  },
  {
    name: 'send again what is held already',
    file: 'lib/transport/fhir/bundle.ts',
    find: "header(request, 'if-none-match')",
    replace: "header(request, 'if-match')",
    ask: fhir('form-and-held'),
  },
  {
    name: 'leave the form of a search unread',
    file: 'lib/transport/fhir/fhir-api.ts',
    find: 'route.inForm ? await readForm(request) : []',
    replace: '[] as Awaited<ReturnType<typeof readForm>>',
    ask: fhir('form-and-held'),
  },
];
