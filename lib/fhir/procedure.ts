import type { Procedure } from '@medplum/fhirtypes';
import { commentPart } from './comment';
import { conceptPart, wordsPart } from './concept';
import type { ProcedureContent } from './content-view';
import { clearChoice, put } from './edit';
import { at, type Lossless, object, string } from './json';
import { statusLifecycle } from './lifecycle';
import type { WritableMapping } from './mapping';
import { notDonePart } from './not-done';
import { dateAt, periodAt, refuseBackwards } from './occurred';
import type { Part } from './part';

const performedEnd: Part<ProcedureContent> = {
  keys: ['performed_end'],
  read: (tree) => ({ performed_end: string(at(tree.performedPeriod, 'end')) }),
  write(tree, { performed_end: end }) {
    const period = object(tree.performedPeriod) ?? {};
    const start = string(tree.performedDateTime) ?? string(period.start);
    refuseBackwards(start, end);
    clearChoice(tree, 'performed', end === undefined ? undefined : 'performedPeriod');
    if (end === undefined) put(tree, 'performedDateTime', start);
    else {
      put(period, 'start', start);
      put(period, 'end', end);
      tree.performedPeriod = period;
    }
  },
};

export const procedureMapping: WritableMapping<ProcedureContent> = {
  recordType: 'procedure',
  resourceType: 'Procedure',
  parts: [
    conceptPart('code'),
    notDonePart('completed', 'preparation'),
    wordsPart('status_reason', 'statusReason', 'one'),
    performedEnd,
    wordsPart('body_site', 'bodySite', 'list'),
    wordsPart('reason', 'reasonCode', 'list'),
    wordsPart('outcome', 'outcome', 'one'),
    commentPart,
  ],
  firstStatuses: ['completed', 'in-progress', 'preparation', 'not-done'],
  skeleton: ({ id, patient, author, occurred }, status) =>
    ({
      resourceType: 'Procedure',
      id,
      status: status as Procedure['status'],
      subject: patient,
      performedDateTime: occurred,
      ...(author && { performer: [{ actor: author }] }),
    }) satisfies Lossless<Procedure>,
  status: (tree) => string(tree.status) ?? 'unknown',
  occurred: (tree, zone) => dateAt(tree.performedDateTime, zone) ?? periodAt(tree.performedPeriod, zone),
  warnings: (tree) => (tree.status === 'not-done' ? ['not_done'] : []),
  lifecycle: statusLifecycle('preparation', 'completed'),
  amended: () => undefined,
  enterInError: (tree) => put(tree, 'status', 'entered-in-error'),
};
