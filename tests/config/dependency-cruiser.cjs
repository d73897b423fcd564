// Who may import whom. A folder is given what it may reach; the rest of our own code is closed to it.

/** Files that put the parts together: they may import everything but pages and components. */
const roots = '^(lib/transport/(start|cli)/|instrumentation\\.ts$|middleware\\.ts$)';

const may = (name, from, allowed, more = {}) => ({
  name,
  comment: `${name} may import ${allowed.join(', ')} and itself`,
  severity: 'error',
  from: { path: from, ...(more.fromNot && { pathNot: more.fromNot }) },
  to: { path: '^(app|components|db|lib)/', pathNot: [from, ...allowed], ...more.to },
});

const only = (name, packages, folders) => ({
  name,
  comment: `${packages} is seen by ${folders} alone`,
  severity: 'error',
  from: { pathNot: folders },
  to: { path: packages },
});

/** What a job does, and the file that hands the handlers to the queue. */
const handlers = '^lib/jobs/(handlers/|start\\.ts$)';

const platform = '^lib/platform/';
const files = '^lib/files/';
const storage = '^lib/storage/';
const errors = '^lib/errors/';
const crypto = '^lib/crypto/';
const queries = '^db/queries/';
const client = '^db/client\\.ts$';
const endings = '^db/session-endings\\.ts$';
// Pages and components know addresses, and what a browser can be told of the process: nothing else of the platform.
const paths = '^lib/platform/paths\\.ts$';
const formState = '^lib/transport/form-state\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^@medplum/fhirtypes$' },
    },

    may(
      'app',
      '^app/',
      [
        '^components/',
        '^lib/operations/',
        '^lib/i18n/',
        paths,
        '^lib/transport/(page|action|action-file|page-[a-z]+|form-state|form-rows|portal-(sign-in|step-up|passkey|recovery)|passkey-(form|question))\\.ts$',
      ],
      {
        fromNot: '/route\\.ts$',
      },
    ),
    may('route handlers', '^app/.*/route\\.ts$', [
      '^lib/transport/(dispatch|next-door|portal-auth|portal-sign-in|session-state|draft-door|terminology-door|export-door|file-door|unsubscribe-door|record-door)\\.ts$',
      '^lib/auth/portal/',
    ]),
    // The password form counts by the very rules that will judge; results are compared by their digits, where they count.
    may('components', '^components/', [
      '^lib/i18n/',
      paths,
      formState,
      '^lib/transport/passkey-question\\.ts$',
      '^lib/domain/(password-policy|decimal|counting-value|file-size|document-categories|text-search)\\.ts$',
      '^lib/archive/',
    ]),
    may(
      'transport',
      '^lib/transport/',
      [
        ...['^lib/operations/', '^lib/auth/', '^lib/(policy|fhir)/', '^lib/domain/file-size\\.ts$'],
        ...['^lib/(archive|print)/', errors, '^lib/i18n/', platform],
      ],
      {
        fromNot: roots,
      },
    ),
    {
      name: 'transport knows the words of the policy and no rule',
      severity: 'error',
      from: { path: '^lib/transport/', pathNot: roots },
      to: { path: '^lib/policy/', dependencyTypesNot: ['type-only'] },
    },
    may('roots', roots, ['^lib/', '^db/']),
    may('operations', '^lib/operations/', [
      '^lib/auth/(?!portal/)',
      '^lib/(domain|policy|audit|crypto|fhir|notify|jobs|terminology)/',
      '^lib/i18n/locale\\.ts$',
      errors,
      files,
      storage,
      platform,
      queries,
      client,
    ]),
    may('auth', '^lib/auth/', [crypto, '^lib/(domain|policy)/', errors, platform, queries, client, endings]),
    may('audit, notify', '^lib/(audit|notify)/', [
      crypto,
      errors,
      platform,
      '^lib/i18n/',
      '^lib/domain/',
      queries,
      client,
    ]),
    may('jobs', '^lib/jobs/', [crypto, errors, platform, queries, client], { fromNot: handlers }),
    may('job handlers', handlers, [
      '^lib/jobs/',
      crypto,
      errors,
      platform,
      queries,
      client,
      '^lib/(operations|notify)/',
      storage,
    ]),
    // Runs in the browser too, where nothing else of the product is.
    may('archive', '^lib/archive/', []),
    may('print', '^lib/print/', [
      '^lib/i18n/',
      '^lib/domain/counting-value\\.ts$',
      '^lib/operations/(records/record-view|appointments/appointment-view|amendment-requests/amendment-view)\\.ts$',
    ]),
    may('domain', '^lib/domain/', []),
    may('policy', '^lib/policy/', [errors, '^lib/platform/ids\\.ts$']),
    may('errors', '^lib/errors/', []),
    may('terminology', '^lib/terminology/', ['^lib/domain/']),
    may('fhir', '^lib/fhir/', ['^lib/(domain|terminology)/']),
    may('crypto', '^lib/crypto/', ['^lib/domain/', platform]),
    may('i18n', '^lib/i18n/', ['^lib/domain/decimal\\.ts$']),
    may('files', files, []),
    may('storage', storage, [crypto, platform]),
    may('platform', '^lib/platform/', []),
    may('db', '^db/', [crypto, '^lib/policy/subject\\.ts$', platform], { fromNot: '^db/seed/' }),
    may('seed', '^db/seed/', ['^db/', '^lib/(operations|domain|fhir|crypto|policy|terminology)/', platform]),
    {
      name: 'seed is started, never called',
      severity: 'error',
      from: { pathNot: ['^db/seed/', roots] },
      to: { path: '^db/seed/' },
    },
    {
      name: 'only the kernel opens transactions for operations',
      comment: 'An operation is handed its transaction; of the client it knows the type',
      severity: 'error',
      from: { path: '^lib/operations/', pathNot: '^lib/operations/kernel/' },
      to: { path: client, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure rules do no I/O',
      severity: 'error',
      from: { path: '^lib/(domain|policy|errors|fhir|terminology|archive)/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(util|url)$' },
    },

    only('drizzle and postgres', 'node_modules/(drizzle-orm|postgres)/', '^(db|node_modules)/'),
    only('pg-boss', 'node_modules/pg-boss/', '^(lib/jobs|node_modules)/'),
    only(
      'next',
      'node_modules/next/',
      '^(app|components|lib/transport|lib/auth/portal|node_modules)/|^(middleware|next\\.config|next-env\\.d|instrumentation)\\.ts$',
    ),
    only('server-only', 'node_modules/server-only/', '^(app|components)/'),
    only(
      'node:crypto',
      '^(node:)?crypto$',
      '^(lib/(crypto|auth|audit)|node_modules)/|^lib/platform/uuid-v7\\.ts$|^middleware\\.ts$',
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Types count: a page that knows a row's type knows the table.
    tsPreCompilationDeps: 'specify',
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.data)/' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
