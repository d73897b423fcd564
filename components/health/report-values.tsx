const fields = [
  'text',
  'category',
  'reaction',
  'severity',
  'onset',
  'comment',
  'systolic',
  'diastolic',
  'value',
  'unit',
] as const;

/** The values of the form that corrects what was reported. */
export function reportValues(content: object): Record<string, string> {
  const held = content as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    fields.flatMap((field) => (typeof held[field] === 'string' ? [[`content.${field}`, held[field]]] : [])),
  );
}
