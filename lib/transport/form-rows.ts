import type { Operation } from '#lib/operations/define';
import { submit } from './action';
import { formInput } from './form-input';
import type { FormState } from './form-state';

type Fields = Readonly<Record<string, unknown>>;

/** A row as it goes to the operation, and under which key its fields stand in the form. */
export interface FormRow {
  readonly key: string;
  readonly value: Fields;
}

/** The rows of a form whose fields are named `group.key.field`, as far as one of them is filled in. */
export function rowsIn(form: FormData, group: string): FormRow[] {
  const fields = formInput(form)[group];
  if (!fields || typeof fields !== 'object' || Array.isArray(fields)) return [];
  return Object.entries(fields).flatMap(([key, value]) =>
    typeof value === 'object' && !Array.isArray(value) ? [{ key, value }] : [],
  );
}

/** Submits rows as the list that an operation takes. What is wrong with one is said at its fields, once. */
export async function submitRows<In, Out>(
  operation: Operation<In, Out>,
  form: FormData,
  { group, rows }: { group: string; rows: readonly FormRow[] },
  to: string,
  more: Fields = {},
): Promise<FormState> {
  const state = await submit(operation, form, to, { ...more, [group]: rows.map(({ value }) => value) });
  const errors = (state.errors ?? []).map((error) => {
    const [name, index, ...field] = error.path.split('.');
    const key = name === group && index !== undefined ? rows[Number(index)]?.key : undefined;
    return key === undefined ? error : { ...error, path: [group, key, ...field].join('.') };
  });
  const first = new Map(errors.map((error) => [`${error.path} ${error.code}`, error] as const).reverse());
  return { ...state, errors: errors.filter((error) => first.get(`${error.path} ${error.code}`) === error) };
}
