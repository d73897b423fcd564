import type { AskedAbout } from '#db/queries/asked-requests';
import { OperationError } from '#lib/errors/operation-error';
import type { Id } from '#lib/platform/ids';
import type { ChartSubject, Relation } from '#lib/policy/subject';

type Asked = AskedAbout & { readonly patient_id: Id<'patients'> };

/** The subject of what is done to a request: the chart, and the record that it is about, which decides who sees it. */
export function askedSubject<Row extends Asked>(row: Row | null): (ChartSubject & { row: Row }) | null {
  return (
    row && {
      type: 'chart',
      patient_id: row.patient_id,
      relation: row.relation,
      record: {
        stage: row.record_stage,
        sensitivity: row.record_sensitivity,
        release: row.record_release,
        doctor_id: row.record_doctor_id,
      },
      row,
    }
  );
}

/** Whoever was only asked for advice decides nothing. */
export function requireTreating(relation: Relation): void {
  if (relation !== 'treating') throw new OperationError('forbidden');
}
