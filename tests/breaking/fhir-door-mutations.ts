import type { Mutation } from './mutation';

const fhir = (name: string): readonly string[] => [`tests/transport/fhir/${name}.test.ts`];
const seen = 'lib/operations/resources/own-references.ts';
const policies = 'drizzle/0017_exports.sql';

/** What the FHIR door and the files of exports keep to themselves, and what they serve. */
export const fhirDoorMutations: readonly Mutation[] = [
  {
    name: 'name what is hidden in a reference beside it',
    file: seen,
    find: 'if (hidden.holds(source, reference)) return mask(holder);',
    replace: "if (hidden.holds(source, '')) return mask(holder);",
    ask: fhir('masked'),
  },
  {
    name: 'tell who wrote what is hidden',
    file: seen,
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
    file: seen,
    find: 'source === null ? url : places.ownOf(source, url)',
    replace: 'source === null ? undefined : places.ownOf(source, url)',
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
    file: policies,
    find: "|| ' and ' || unchanged || ' or '",
    replace: "|| ' or '",
    ask: fhir('export-after'),
  },
  {
    name: 'keep exporting to whoever treats no more',
    file: policies,
    find: "|| ' and ' || trusted || ' and '",
    replace: "|| ' and '",
    ask: fhir('export-after'),
  },
  {
    name: 'show the reasons of a restricted record to whoever sees its chart',
    file: 'drizzle/0012_care.sql',
    find: "'exists (select 1 from medical_record_versions v where v.reason_id = reasons.id)', null),",
    replace: "format(sees, 'reasons.patient_id', of_records), null),",
    ask: ['tests/rls/reasons.test.ts'],
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
