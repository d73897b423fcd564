export interface ImportedFile {
  readonly name: string;
  readonly state: string;
  readonly total: number;
  readonly added: number;
  readonly known: number;
  readonly updated: number;
  readonly rejected: number;
  readonly issues: readonly { readonly path: string; readonly code: string; readonly severity: string }[];
}

const columns = ['state', 'total', 'added', 'known', 'updated', 'rejected'] as const;
const shownIssues = 20;

/** What became of each file, and what kept entries out. */
export function importTable(files: readonly ImportedFile[]): string {
  const width = Math.max(4, ...files.map(({ name }) => name.length));
  const head = ['file'.padEnd(width), ...columns.map((each) => each.padStart(9))].join('');
  const lines = files.map((file) =>
    [file.name.padEnd(width), ...columns.map((each) => String(file[each]).padStart(9))].join(''),
  );
  return [head, ...lines, ...files.flatMap(issuesOf)].join('\n');
}

function issuesOf({ name, issues }: ImportedFile): string[] {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const told = errors.slice(0, shownIssues).map(({ path, code }) => `${name}: ${path}: ${code}`);
  const left = errors.length - told.length;
  return left > 0 ? [...told, `${name}: and ${left} more`] : told;
}
