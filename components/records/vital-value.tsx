import type { Formatter } from '#lib/i18n/format';
import { unitText } from '#lib/i18n/unit-text';
import type { VitalSignView } from './record';

/** A measurement as it is read: `120/80 mmHg`, `72.5 kg`. Null where there is none. */
export function vitalValue(content: VitalSignView, format: Formatter): string | null {
  const { value, comparator = '', unit, systolic, diastolic, components = [] } = content;
  if (systolic !== undefined || diastolic !== undefined) {
    const side = (pressure: typeof systolic) => (pressure === undefined ? '?' : format.measured(pressure));
    return `${side(systolic)}/${side(diastolic)} mmHg`;
  }
  if (value !== undefined) {
    const measured = `${comparator}${format.measured(value)}`;
    return unit === undefined || unitText(unit) === '' ? measured : `${measured} ${unitText(unit)}`;
  }
  const parts = components.flatMap((part) =>
    part.value === undefined ? [] : [`${part.text} ${part.value}`],
  );
  return parts.length === 0 ? null : parts.join(' · ');
}
