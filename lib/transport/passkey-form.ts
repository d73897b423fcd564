import type { Operation } from '#lib/operations/define';
import { attempt } from './action';
import type { FormState } from './form-state';

type Begun<Out> = { readonly output: Out } | { readonly message: string };

/** The question of a form with a passkey button: of the form only its person counts. */
export async function beginPasskey<In, Out>(
  operation: Operation<In, Out>,
  form: FormData,
  input: Readonly<Record<string, unknown>> = {},
): Promise<Begun<Out>> {
  const outcome = await attempt(
    operation,
    only(form, (name) => name.startsWith('$')),
    input,
  );
  return 'output' in outcome ? outcome : { message: sentenceOf(outcome.state) };
}

/** The same form when the browser has answered: `response` is the answer's JSON; `names` of the other fields count. */
export async function finishPasskey<In, Out>(
  operation: Operation<In, Out>,
  form: FormData,
  names: readonly string[] = [],
  input: Readonly<Record<string, unknown>> = {},
) {
  const own = only(form, (name) => name.startsWith('$') || names.includes(name));
  return attempt(operation, own, { ...input, response: answerIn(form) });
}

const sentenceOf = ({ message, errors }: FormState) => message ?? errors?.[0]?.message ?? '';

function only(form: FormData, isOurs: (name: string) => boolean): FormData {
  if (!(form instanceof FormData)) return form;
  const rest = new FormData();
  for (const [name, value] of form) if (isOurs(name)) rest.append(name, value);
  return rest;
}

function answerIn(form: FormData): unknown {
  const text = form instanceof FormData ? form.get('response') : null;
  try {
    return typeof text === 'string' ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}
