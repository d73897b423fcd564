import type { Mutation } from './mutation';

const fhir = (...names: string[]): readonly string[] =>
  names.map((name) => `tests/transport/fhir/${name}.test.ts`);
const documents = ['tests/operations/documents/documents.test.ts'];
const imports = ['tests/operations/imports/import.test.ts'];

/** What lets records, files and archives in and out unchanged, and to nobody else. */
export const exchangeMutations: readonly Mutation[] = [
  {
    name: 'give out a file that is held back',
    file: 'lib/operations/documents/open.ts',
    find: "    if (!isOpenable(stateOf(file))) throw new OperationError('file_withheld');\n",
    replace: '',
    ask: [...documents, 'tests/operations/documents/kept-files.test.ts'],
  },
  {
    name: 'take a file for what its name says',
    file: 'lib/files/file-kind.ts',
    find: "return isKnown(type) && type !== 'text/plain' ? type : null;",
    replace: "return isKnown(type) ? type : 'text/plain';",
    ask: ['tests/unit/files/file-kind.test.ts', ...documents],
  },
  {
    name: 'keep where a photograph was taken',
    file: 'lib/files/strip-jpeg.ts',
    find: '  if (isApplication(marker)) return kept.has(marker) && !isMultiPicture(view, from, marker);\n',
    replace: '',
    ask: ['tests/unit/files'],
  },
  {
    name: 'let a preview run what it holds',
    file: 'lib/transport/file-answer.ts',
    find: "const closed = \"sandbox; default-src 'none'; frame-ancestors 'none'\";",
    replace: 'const closed = "default-src \'self\'";',
    ask: ['tests/unit/transport/file-answer.test.ts'],
  },
  {
    name: 'let chunks of a file be left out',
    file: 'lib/crypto/sealed-file.ts',
    find: '  if (bytes.byteLength !== size) throw new SealBroken();\n',
    replace: '',
    ask: ['tests/unit/crypto'],
  },
  {
    name: 'take an element named __proto__',
    file: 'lib/fhir/bundle/strict-parser.ts',
    find: "    if (forbidden.has(key)) this.#fail('forbidden_key');\n",
    replace: '',
    ask: ['tests/unit/fhir/bundle', ...imports],
  },
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
    name: 'take any signature of an archive',
    file: 'lib/archive/verify-archive.ts',
    find: "return subtle.verify('Ed25519', key, signature, text);",
    replace: "return (await subtle.verify('Ed25519', key, signature, text)) || signature.length > 0;",
    ask: ['tests/unit/archive'],
  },
  {
    name: 'overlook a file that was put into an archive',
    file: 'lib/archive/verify-archive.ts',
    find: "  return [...found, ...extra.map((path): Difference => ({ path, fault: 'extra' }))];",
    replace: '  return extra.length < 0 ? [] : found;',
    ask: ['tests/unit/archive'],
  },
];
