import type { Mutation } from './mutation';

const uploads = (...names: string[]): readonly string[] =>
  names.map((name) => `tests/operations/imports/${name}.test.ts`);

/** What an import may change, for whom, and what it has to say. */
export const importMutations: readonly Mutation[] = [
  {
    name: 'import the same record twice',
    file: 'lib/operations/imports/survey.ts',
    find: '  sourceIndex(row.source_system, source_id ?? text)',
    replace: '  sourceIndex(row.source_system, String(row.id) + (source_id ?? text))',
    ask: uploads('import'),
  },
  {
    name: 'count a record that came back unchanged as a new version',
    file: 'lib/operations/imports/write-entries.ts',
    find: 'before === null || hex(before) === hex(record.source_hash)',
    replace: 'before === null',
    ask: uploads('import'),
  },
  {
    name: 'let a known record become another type of resource',
    file: 'lib/operations/imports/write-entries.ts',
    find: '(this.#standing(index)?.resource_type ?? type) !== type',
    replace: '(this.#standing(index)?.resource_type ?? type) === index',
    ask: uploads('source-changes'),
  },
  {
    name: 'leave a record listed as the kind that it was',
    file: 'lib/operations/imports/write-entries.ts',
    find: '    const next = { ...columns, ...state, ',
    replace: "    const next = { ...columns, ...state, record_type: 'other' as const, ",
    ask: uploads('source-changes'),
  },
  {
    name: 'let a source take the label off a record',
    file: 'lib/operations/imports/changed-by-source.ts',
    find: "  sensitivity === 'restricted' && sensitivityOf",
    replace: "  sensitivity === 'normal' && sensitivityOf",
    ask: uploads('source-changes'),
  },
  {
    name: 'write over what a doctor has amended',
    file: 'lib/operations/imports/write-entries.ts',
    find: "    if (standing.written_here) return this.#keep(record, 'amended_here');\n",
    replace: '',
    ask: uploads('source-changes'),
  },
  {
    name: 'take an older text of a source for its newest',
    file: 'lib/operations/imports/write-entries.ts',
    find: "    if (isOlder(record.text, before)) return this.#keep(record, 'older_version');\n",
    replace: '',
    ask: uploads('source-changes'),
  },
  {
    name: 'let a record be amended between its look-up and its writing',
    file: 'db/queries/source-records.ts',
    find: '     order by id for update`;',
    replace: '     order by id`;',
    ask: uploads('source-changes'),
  },
  {
    name: 'let an uploader change what they do not see',
    file: 'lib/operations/imports/known-records.ts',
    find: '  const may = new Set(amendable);',
    replace: '  const may = new Set(amendable.length < 0 ? amendable : ids);',
    ask: uploads('uploader'),
  },
  {
    name: 'let an uploader bring what they could not read',
    file: 'lib/operations/imports/create.ts',
    find: "      seesRestricted: chart.relation !== 'consulting',\n",
    replace: '      seesRestricted: true,\n',
    ask: uploads('uploader'),
  },
  {
    name: 'write for a doctor whose relationship has ended',
    file: 'lib/operations/imports/finish.ts',
    find: "  return chart !== null && relationMay(chart.relation, 'write:records');",
    replace: "  return chart === null || relationMay(chart.relation, 'write:records') || true;",
    ask: uploads('uploader'),
  },
  {
    name: 'leave a changed value unlooked at',
    file: 'lib/operations/results/release-of.ts',
    find: '  return isKnown && saysOtherwise(before.text, text) ? asked : before.review;',
    replace: '  return before.review;',
    ask: uploads('changed-results'),
  },
  {
    name: 'leave a final result released as its preliminary one was',
    file: 'lib/operations/results/release-of.ts',
    find: '  const released = unfinished.includes(before.status) ? fresh.release : release;',
    replace: '  const released = release;',
    ask: uploads('changed-results'),
  },
  {
    name: 'read rubbish to its end',
    file: 'lib/operations/imports/store-upload.ts',
    find: '    if (refused >= bundleLimits.refused) return;\n',
    replace: '',
    ask: uploads('rubbish'),
  },
  {
    name: "take another person's resources into a chart",
    file: 'lib/operations/imports/refuse-other-person.ts',
    find: '  if (named === false)',
    replace: '  if (named === undefined)',
    ask: uploads('person'),
  },
  {
    name: 'throw away what an upload says of its patient',
    file: 'lib/operations/imports/keep-identity.ts',
    find: '  if (text !== null) await keepPatientIdentity',
    replace: "  if (text === '') await keepPatientIdentity",
    ask: uploads('person'),
  },
  {
    name: 'let a contained patient be anybody',
    file: 'lib/fhir/bundle/check-entry.ts',
    find: '    ...checkSubject(entry, isThePatient),\n',
    replace: "    ...(isThePatient('') ? checkSubject(entry, isThePatient) : []),\n",
    ask: ['tests/unit/fhir/bundle'],
  },
  {
    name: 'take a bundle whose entries are no list for an empty one',
    file: 'lib/fhir/bundle/bundle-type.ts',
    find: 'bundle.entry !== undefined && !Array.isArray(bundle.entry)',
    replace: 'bundle.entry === bundle',
    ask: ['tests/unit/fhir/bundle'],
  },
];
