import type { Tx } from '#db/client';
import { onlyChanged } from './only-changed';
import {
  disagreements,
  everyRecord,
  type OpenChart,
  patientOf,
  practitionersOf,
  provenances,
  type Section,
  visits,
  type Wanted,
} from './sections';

/** All that a chart holds, in an order that nothing changes: whose it is, who writes in it, visits, records, what
 * the patient says to denied corrections, and the makers of records. */
export function everythingOf(tx: Tx, chart: OpenChart, wanted: Wanted, withVisits: boolean): Section[] {
  const { types } = wanted;
  const isWanted = (type: string) => types === null || types.includes(type);
  return [
    ...(isWanted('Patient') ? [onlyChanged(patientOf(tx, chart), wanted)] : []),
    ...(isWanted('Practitioner') ? [onlyChanged(practitionersOf(tx, chart), wanted)] : []),
    ...(withVisits && isWanted('Appointment') ? [visits(tx, chart, wanted)] : []),
    everyRecord(tx, chart, wanted),
    ...(isWanted('Communication') ? [disagreements(tx, chart, wanted)] : []),
    ...(isWanted('Provenance') ? [provenances(tx, chart, wanted)] : []),
  ];
}
