import type { Tx } from '#db/client';
import { type FieldError, OperationError } from '#lib/errors/operation-error';
import { criterionOf, type Filter } from '#lib/fhir/rest/criteria';
import { includePaths } from '#lib/fhir/rest/search-table';
import type { Id } from '#lib/platform/ids';
import type { UserActor } from '#lib/policy/actor';
import type { OwnSubject } from '#lib/policy/subject';
import { chartKey } from '../patients/chart-key';
import { type FoundChart, theChart } from '../patients/find-chart';
import { changedWhen } from './changed-when';
import { mostJudged } from './collect';
import type { Found } from './found';
import { onlyChanged } from './only-changed';
import {
  disagreements,
  judgedRecords,
  newestRecords,
  patientsSeen,
  practitioners,
  practitionersOf,
  provenances,
  type Section,
  visits,
} from './sections';
import { requireVisits } from './visit-scope';

/** Undefined where everything is meant. @throws OperationError `validation_failed` that names each such filter */
export function criteriaOf(
  type: string,
  filters: readonly Filter[],
  zone: string,
): ((found: Found) => boolean) | undefined {
  const criteria = filters.map((filter) => criterionOf(type, filter, zone));
  const errors = filters.flatMap(({ name }, at): FieldError[] =>
    criteria[at]
      ? []
      : [{ path: `filters.${name}`, code: 'invalid_value', message: 'Not a value of this parameter' }],
  );
  if (errors.length > 0) throw new OperationError('validation_failed', { errors });
  if (criteria.length === 0) return undefined;
  return ({ tree }) => criteria.every((criterion) => criterion?.(tree));
}

interface Search {
  readonly resource_type: string;
  readonly patient_id?: Id<'patients'> | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly last_updated: readonly string[];
  readonly include: readonly string[];
  readonly filters: readonly Filter[];
}

const isId = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Where resources of the type stand. @throws OperationError `validation_failed` where a chart must be named */
export function sectionsOf(
  tx: Tx,
  actor: UserActor,
  subject: FoundChart | OwnSubject,
  search: Search,
): Section[] {
  const type = search.resource_type;
  const isJudged = search.filters.length > 0;
  if (search.include.some((each) => includePaths(type, each) === null))
    throw new OperationError('validation_failed', { errors: [unknownInclude] });
  const ids = search.ids?.filter(isId) ?? null;
  const wanted = { types: [type], ids, ...changedWhen('last_updated', search.last_updated) };
  if (type === 'Patient') return [onlyChanged(patientsSeen(tx, ids), wanted)];
  if (type === 'Practitioner' && subject.type !== 'chart')
    return [onlyChanged(practitioners(tx, ids), wanted)];
  const found = theChart(subject);
  const chart = { patient_id: found.patient_id, key: chartKey(found) };
  const records = isJudged ? judgedRecords(tx, chart, wanted, mostJudged) : newestRecords(tx, chart, wanted);
  if (type === 'Practitioner')
    return [onlyChanged(ids ? practitioners(tx, ids) : practitionersOf(tx, chart), wanted), records];
  if (type === 'Provenance') return [provenances(tx, chart, wanted), records];
  if (type === 'Communication') return [disagreements(tx, chart, wanted), records];
  if (type !== 'Appointment') return [records];
  requireVisits(actor, subject);
  return [visits(tx, chart, wanted), records];
}

const unknownInclude = {
  path: 'include',
  code: 'unknown_include',
  message: 'Nothing of this type to include',
};
