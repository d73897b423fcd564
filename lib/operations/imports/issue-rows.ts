import { type Id, newId } from '#lib/platform/ids';

interface Issue {
  readonly path: string;
  readonly code: string;
  readonly severity: 'error' | 'warning';
}

/** The first few of an entry say what is wrong with it; what keeps it out comes first. */
const perEntry = 5;

export function issueRows(import_id: Id<'imports'>, position: number, issues: readonly Issue[]) {
  const [errors, warnings] = ['error', 'warning'].map((each) =>
    issues.filter(({ severity }) => severity === each),
  );
  return [...(errors ?? []), ...(warnings ?? [])].slice(0, perEntry).map(({ path, code, severity }) => ({
    id: newId('import_issues'),
    import_id,
    position,
    path: path.slice(0, 500),
    code: code.slice(0, 100),
    severity,
  }));
}
