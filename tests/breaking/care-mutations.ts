import type { Mutation } from './mutation';

const operations = (...names: string[]): readonly string[] =>
  names.map((name) => `tests/operations/care-relationships/${name}.test.ts`);
const labels = ['tests/rls/record-visibility.test.ts'];
const policies = 'drizzle/0012_care.sql';

/** What stands between a chart and whoever was given a part of it, for a time. */
export const careMutations: readonly Mutation[] = [
  {
    name: 'show a carer what is restricted',
    file: policies,
    find: "                and medical_records.sensitivity = 'normal')))$p$, import);",
    replace: '                )))$p$, import);',
    ask: labels,
  },
  {
    name: 'show records to a carer of visits',
    file: policies,
    find: " and c.scope <> 'appointments'",
    replace: '',
    ask: labels,
  },
  {
    name: 'let a carer accept what was sent to another address',
    file: policies,
    find: "'email_index = (select u.email_index from users u where u.id = app.user_id())'",
    replace: "'true'",
    ask: operations('carers'),
  },
  {
    name: 'let a booking of a carer make a relationship each time',
    file: policies,
    find: " or kind = 'treating' and app.books_for(patient_id)$p$",
    replace: '$p$',
    ask: operations('doctors'),
  },
  {
    name: 'let whoever was asked for advice ask others',
    file: 'lib/operations/care-relationships/grant-consulting.ts',
    find: "    if (relation !== 'treating') throw new OperationError('forbidden');\n",
    replace: '',
    ask: operations('doctors'),
  },
  {
    name: 'let the end of an assignment end what was booked',
    file: 'db/queries/care-relationships.ts',
    find: '         and c.source_id is not null and c.valid_from <= app.now() and c.valid_until > app.now()\n',
    replace:
      '         and c.valid_from <= app.now() and (c.valid_until is null or c.valid_until > app.now())\n',
    ask: operations('doctors'),
  },
  {
    name: 'let a carer with the right to read book',
    file: 'lib/policy/decide.ts',
    find: "everyone.filter((relation) => relation !== 'carer_chart')",
    replace: 'everyone',
    ask: operations('carers'),
  },
  {
    name: 'let a doctor who was asked for advice end it for another',
    file: 'lib/policy/care.ts',
    find: "actor.role !== 'admin' && (relation === 'treating' || granted_by === actor.user_id);",
    replace: "actor.role !== 'admin';",
    ask: operations('doctors'),
  },
  {
    name: 'open a chart for longer than the clinic allows',
    file: 'lib/operations/care-relationships/last-day.ts',
    find: '> 0) {',
    replace: '> 9999) {',
    ask: operations('doctors'),
  },
];
