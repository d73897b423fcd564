import type { Mutation } from './mutation';

const records = (...names: string[]): readonly string[] =>
  names.map((name) => `tests/operations/records/${name}.test.ts`);
const visibility = ['tests/rls/record-visibility.test.ts'];
const policies = 'drizzle/0012_care.sql';
const stages = 'drizzle/0009_chart_policies.sql';
const revise = 'lib/operations/records/revise.ts';

/** What keeps a record whole, what keeps it from whom it is not for, and what lets it in and out unchanged. */
export const chartMutations: readonly Mutation[] = [
  {
    name: 'show a patient what is still withheld',
    file: policies,
    find: "medical_records.release = 'released'\n    or exists",
    replace: 'true\n    or exists',
    ask: visibility,
  },
  {
    name: 'show a draft to the colleagues of its author',
    file: policies,
    find: "                and (medical_records.stage <> 'draft' or medical_records.doctor_id = app.practitioner_id())\n",
    replace: '',
    ask: visibility,
  },
  {
    name: 'show what is restricted to whoever is asked for advice',
    file: policies,
    find: "                and (medical_records.sensitivity = 'normal' or c.kind = 'treating' or c.scope = 'restricted')\n",
    replace: '',
    ask: visibility,
  },
  {
    name: 'let a record come back from an error',
    file: stages,
    find: "when 'entered_in_error' then '{}'::text[]",
    replace: "when 'entered_in_error' then '{amended,entered_in_error}'::text[]",
    ask: visibility,
  },
  {
    name: 'let an admin open a result of their own',
    file: stages,
    find: "where r.id = p_id and r.patient_id = app.patient_id() and app.role() is distinct from 'admin'",
    replace: 'where r.id = p_id and r.patient_id = app.patient_id()',
    ask: ['tests/invariants/permission-matrix.test.ts'],
  },
  {
    name: 'write over the version of somebody else',
    file: revise,
    find: '  if (revision.expectedVersion !== undefined && revision.expectedVersion !== current.version) {',
    replace: '  if (revision.expectedVersion === 0) {',
    ask: records('revise', 'any-sequence'),
  },
  {
    name: 'lose the reason of a change',
    file: revise,
    find: 'stage, text, reason, user_id, now },',
    replace: 'stage, text, user_id, now },',
    ask: records('revise'),
  },
  {
    name: 'release a corrected result anew',
    file: revise,
    find: ': releaseOfCorrected(result, { text: result.before, release, review });',
    replace:
      ": { ...releaseOfCorrected(result, { text: result.before, release, review }), release: 'released' as const };",
    ask: ['tests/operations/results/release.test.ts', 'tests/operations/results/review.test.ts'],
  },
  {
    name: 'let a record name a visit of another chart',
    file: 'lib/operations/records/linked-records.ts',
    find: 'row?.patient_id === patientId && row.record_type === link.type',
    replace: 'row?.record_type === link.type',
    ask: records('write-and-read', 'drafts'),
  },
  {
    name: 'let somebody else say that a record was never true',
    file: 'lib/operations/records/record-rights.ts',
    find: "  return author ? null : 'not_author';",
    replace: "  return author || doctor_id ? null : 'not_author';",
    ask: records('revise'),
  },
  {
    name: 'let a signed note be rewritten',
    file: 'lib/operations/records/record-rights.ts',
    find: "  if (record_type === 'note' && stage !== 'draft') return 'signed_note';\n",
    replace: '',
    ask: records('revise', 'write-and-read', 'drafts'),
  },
  {
    name: 'let a patient change what a doctor has worked on',
    file: 'lib/operations/records/record-rights.ts',
    find: "  return taken_over ? 'taken_over' : null;",
    replace: '  return null;',
    ask: records('reported'),
  },
  {
    name: 'let a result wait that nobody is asked about',
    file: 'lib/policy/result-release.ts',
    find: "review: release === 'awaiting_comment' ? 'pending' : 'none' }",
    replace: "review: 'none' }",
    ask: ['tests/unit/policy/result-release.test.ts'],
  },
  {
    name: 'take a critical value for any other',
    file: 'lib/policy/result-release.ts',
    find: "review: result.critical ? 'critical' : 'pending' }",
    replace: "review: 'pending' }",
    ask: ['tests/unit/policy/result-release.test.ts'],
  },
  {
    name: 'refill what is not taken any more',
    file: 'lib/operations/refills/require-refillable.ts',
    find: "row.status === 'active' && ",
    replace: '',
    ask: ['tests/operations/refills/refills.test.ts'],
  },
  {
    name: 'decide a request of correction twice',
    file: 'lib/operations/amendment-requests/decide.ts',
    find: "    if (!(await lockOpenAmendment(tx, id))) throw new OperationError('conflict');\n",
    replace: '    await lockOpenAmendment(tx, id);\n',
    ask: ['tests/operations/amendment-requests/amendment-requests.test.ts'],
  },
];
