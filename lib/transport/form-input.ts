type Fields = { [name: string]: string | string[] | Fields };

/**
 * A form's fields as an operation's input. `content.value` becomes `{content: {value}}`, a repeated name a list, and
 * what was left empty is left out; but its group stands, so that what is missing is a field one can see. Next's own
 * fields and files are not ours.
 */
export function formInput(form: FormData): Fields {
  const input: Fields = Object.create(null);
  for (const name of new Set(form.keys())) {
    if (name.startsWith('$')) continue;
    const values = form.getAll(name).filter((value) => typeof value === 'string' && value !== '') as string[];
    const [first] = values;
    const [group = '', ...rest] = name.split('.');
    if (first !== undefined) put(input, [group, ...rest], values.length === 1 ? first : values);
    else if (rest.length > 0) input[group] ??= Object.create(null);
  }
  return input;
}

function put(target: Fields, [name = '', ...rest]: string[], value: string | string[]): void {
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const inner = target[name];
  const fields: Fields =
    inner && typeof inner === 'object' && !Array.isArray(inner) ? inner : Object.create(null);
  target[name] = fields;
  put(fields, rest, value);
}

const secret = /password|code|secret|token|ticket/i;

/** What was typed, to be shown again; never what only its writer should see. */
export function shownAgain(form: FormData): Record<string, string> {
  const entries = [...form.entries()].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && !entry[0].startsWith('$') && !secret.test(entry[0]),
  );
  return Object.fromEntries(entries);
}
