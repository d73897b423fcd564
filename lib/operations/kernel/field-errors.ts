import type { FieldError } from '#lib/errors/operation-error';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly params?: { readonly code?: unknown };
}

/** Every broken rule of an input at once. Messages say the rule and never repeat a value. */
export function fieldErrors(issues: readonly Issue[]): FieldError[] {
  return issues.flatMap((issue) => {
    const path = pathOf(issue);
    if (issue.code !== 'unrecognized_keys') return [{ path, ...ruleOf(issue) }];
    return (issue.keys ?? []).map((key) => ({
      path: path ? `${path}.${key}` : key,
      code: 'unknown_field',
      message: 'Unknown field',
    }));
  });
}

const pathOf = ({ path = [] }: Issue) =>
  path.map((part) => String(typeof part === 'object' ? part.key : part)).join('.');

function ruleOf({ code, message, params }: Issue): { code: string; message: string } {
  if (code === 'invalid_type' && message.endsWith('received undefined'))
    return { code: 'required', message: 'Required' };
  if (typeof params?.code === 'string') return { code: params.code, message };
  // Pure rules say only their code; the portal has a sentence for it in each language.
  if (/^[a-z]+(_[a-z]+)*$/.test(message)) return { code: message, message: words(message) };
  return { code: code ?? 'invalid', message };
}

const words = (code: string) => (code.charAt(0).toUpperCase() + code.slice(1)).replaceAll('_', ' ');
