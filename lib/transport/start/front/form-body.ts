/** A form of ours has a few fields; only some have a file besides. */
export const formLimitBytes = 1_000_000;

/** A page's form is posted as multipart, by the browser itself or by Next's script, which then names the action. */
export const isForm = (headers: Readonly<Record<string, unknown>>): boolean =>
  headers['next-action'] !== undefined || isMultipart(headers['content-type']);

const isMultipart = (type: unknown): boolean => /^multipart\/form-data\b/i.test(String(type ?? ''));

/**
 * Whether Next can read a form: what it cannot, it answers with 500. It reads the parts, then in them the arguments in
 * React's own writing, where a text that begins with `$` refers to something: of that, forms use the few kinds below.
 */
export async function isReadableForm(
  body: Uint8Array,
  type: string,
  { isFetch, takesFile }: { isFetch: boolean; takesFile: boolean },
): Promise<boolean> {
  if (!isMultipart(type)) return false;
  const form = await new Response(Buffer.from(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => null);
  if (!form || filesIn(form) > (takesFile ? 1 : 0)) return false;
  return isFetch ? areArguments(form) : areBound(form);
}

const filesIn = (form: FormData) => [...form.values()].filter((value) => typeof value !== 'string').length;

/** `0` holds the arguments, the last of them the form itself, whose fields stand beside it. */
function areArguments(form: FormData): boolean {
  const given = parsed(form.get('0'));
  if (!Array.isArray(given) || !/^\$K[0-9a-f]+$/.test(String(given.at(-1)))) return false;
  return isPlain(given.slice(0, -1), () => false);
}

/** `$ACTION_REF_1` stands for `$ACTION_1:0`, which names the action, and what it refers to as `$@1` in `$ACTION_1:1`. */
function areBound(form: FormData): boolean {
  // A FormData is searched from its start each time: a forged form of thousands of parts would take seconds.
  const names = new Set(form.keys());
  return [...form].every(([name, value]) => {
    const [, place] = /^(\$ACTION_[^:]*):[^:]*$/.exec(name) ?? [];
    if (place === undefined) return true;
    return isPlain(
      parsed(value),
      (text) => /^\$@[0-9a-f]+$/.test(text) && names.has(`${place}:${text.slice(2)}`),
    );
  });
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
}

const deepest = 8;

function isPlain(value: unknown, isReference: (text: string) => boolean, depth = 0): boolean {
  if (value === undefined || depth > deepest) return false;
  if (typeof value === 'string') return !/^\$(?!\$|undefined$)/.test(value) || isReference(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).every((each) => isPlain(each, isReference, depth + 1));
}
