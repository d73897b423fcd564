import type { RecordLabels, Relation } from './subject';

const clinicians: readonly Relation[] = ['treating', 'consulting', 'consulting_restricted'];

/**
 * Whether a record shows itself to somebody who may open the chart. The same rule stands in the table's row security,
 * which holds it in lists, counts and exports.
 */
export function opensRecord(
  relation: Relation,
  practitionerId: string | null,
  { stage, sensitivity, release, doctor_id }: RecordLabels,
): boolean {
  if (relation === 'none' || relation === 'carer_appointments') return false;
  if (!clinicians.includes(relation)) {
    return stage !== 'draft' && release === 'released' && (relation === 'self' || sensitivity === 'normal');
  }
  if (stage === 'draft' && (doctor_id === null || doctor_id !== practitionerId)) return false;
  return sensitivity === 'normal' || relation !== 'consulting';
}
