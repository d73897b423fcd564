import type { RecordWords } from './record';

type Values = Record<string, string>;

function collect(into: Values, prefix: string, value: unknown): void {
  if (typeof value === 'string' || typeof value === 'number' || value === true) into[prefix] = String(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  for (const [key, inner] of Object.entries(value)) collect(into, `${prefix}.${key}`, inner);
}

/** The values of the form that amends a record. A bound is typed as one reads it: `<5`. */
export function recordFormValues({ record_type, content }: RecordWords): Values {
  const values: Values = {};
  collect(values, 'content', content);
  if (record_type === 'lab_result' && content.comparator) {
    values['content.value'] = `${content.comparator}${content.value ?? ''}`;
    delete values['content.comparator'];
  }
  return values;
}
