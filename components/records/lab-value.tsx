import type { Formatter } from '#lib/i18n/format';
import { unitText } from '#lib/i18n/unit-text';
import type { LabResultView } from './record';

/** SNOMED CT ends its full names with the kind of thing they are; a reader needs the name. */
const tag = / \((?:qualifier value|finding|disorder|situation|observable entity|organism|substance)\)$/u;

/** The value as it is read: `<5`, `6.28`, `Not detected`. Null where the laboratory gave none. */
export function labValue(content: LabResultView, format: Formatter): string | null {
  const { value, comparator = '' } = content;
  return value === undefined
    ? null
    : `${comparator}${format.measured(value, limitsOf(content))}`.replace(tag, '');
}

/** The value with every digit of the record; null where the shown form has them all. */
export function recordedValue(content: LabResultView, format: Formatter): string | null {
  const { value, comparator = '' } = content;
  if (value === undefined || format.measured(value, limitsOf(content)) === format.number(value)) return null;
  return `${comparator}${value}`;
}

const limitsOf = ({ reference_range: range }: LabResultView) =>
  [range?.low, range?.high].flatMap((limit) => (limit === undefined ? [] : [String(limit)]));

/** Value and unit in one. */
export function labValueWithUnit(content: LabResultView, format: Formatter): string | null {
  const value = labValue(content, format);
  const unit = content.unit === undefined ? '' : unitText(content.unit);
  return value === null || unit === '' ? value : `${value} ${unit}`;
}
