import type { FieldError } from '#lib/errors/operation-error';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly params?: { readonly code?: unknown; readonly suggestion?: unknown };
}

/** Every broken rule of an input at once, each once. Messages say the rule and never repeat a value. */
export function fieldErrors(issues: readonly Issue[]): FieldError[] {
  const errors = issues.flatMap((issue) => {
    const path = pathOf(issue);
    if (issue.code !== 'unrecognized_keys') return [{ path, ...ruleOf(issue) }];
    return (issue.keys ?? []).map((key) => ({
      path: path ? `${path}.${key}` : key,
      code: 'unknown_field',
      message: 'Unknown field',
    }));
  });
  // Two checks of one rule, such as the shape of a date and its place in the calendar, are one fault to who reads it.
  const first = new Map(errors.map((error) => [`${error.path} ${error.code}`, error] as const).reverse());
  return errors.filter((error) => first.get(`${error.path} ${error.code}`) === error);
}

const pathOf = ({ path = [] }: Issue) =>
  path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');

function ruleOf({ code, message, params }: Issue): Omit<FieldError, 'path'> {
  if (code === 'invalid_type' && message.endsWith('received undefined'))
    return { code: 'required', message: 'Required' };
  if (typeof params?.code === 'string') {
    const { suggestion } = params;
    return { code: params.code, message, ...(typeof suggestion === 'string' && { suggestion }) };
  }
  // Pure rules say only their code; the portal has a sentence for it in each language.
  if (/^[a-z]+(_[a-z]+)*$/.test(message)) return { code: message, message: words(message) };
  return { code: code ?? 'invalid', message };
}

const words = (code: string) => (code.charAt(0).toUpperCase() + code.slice(1)).replaceAll('_', ' ');
