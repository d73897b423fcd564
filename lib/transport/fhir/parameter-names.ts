import type { FieldError } from '#lib/errors/operation-error';

/** The fields of our operations by the parameters that fill them. */
const parameters: Readonly<Record<string, string>> = {
  patient_id: 'patient',
  ids: '_id',
  last_updated: '_lastUpdated',
  include: '_include',
  revinclude: '_revinclude',
  count: '_count',
  summary: '_summary',
  cursor: '_cursor',
  types: '_type',
  since: '_since',
};

interface Filtered {
  readonly filters?: readonly { readonly name: string }[];
}

/** Errors as whoever sent the parameters knows them: by name, and not by our fields. */
export function inParameters(errors: readonly FieldError[], input: unknown): FieldError[] {
  return errors.map((error) => ({ ...error, path: parameterOf(error.path, input as Filtered) }));
}

function parameterOf(path: string, { filters = [] }: Filtered): string {
  const [field = '', inner = ''] = path.split('.');
  if (field === 'filters') return filters[Number(inner)]?.name ?? inner;
  return parameters[field] ?? path;
}
