import { conceptPart } from './concept';
import type { LabReportContent } from './content-view';
import { put } from './edit';
import { at, type JsonObject, list, string } from './json';
import type { Mapping } from './mapping';
import { dateAt, periodAt } from './occurred';
import { statusWarnings } from './unfinished';

function results(tree: JsonObject): LabReportContent['results'] {
  return list(tree.result).flatMap((result) => {
    const reference = string(at(result, 'reference'));
    const display = string(at(result, 'display'));
    return reference === undefined ? [] : [{ reference, ...(display !== undefined && { display }) }];
  });
}

/** The report that groups results, read only. */
export const diagnosticReportMapping: Mapping<LabReportContent> = {
  recordType: 'lab_report',
  resourceType: 'DiagnosticReport',
  parts: [
    conceptPart('code'),
    { keys: ['results'], read: (tree) => ({ results: results(tree) }), write: () => undefined },
    {
      keys: ['conclusion'],
      read: (tree) => ({ conclusion: string(tree.conclusion) }),
      write: () => undefined,
    },
  ],
  status: (tree) => string(tree.status) ?? 'unknown',
  occurred: (tree, zone) =>
    dateAt(tree.effectiveDateTime, zone) ?? periodAt(tree.effectivePeriod, zone) ?? dateAt(tree.issued, zone),
  warnings: statusWarnings,
  enterInError: (tree) => put(tree, 'status', 'entered-in-error'),
};
