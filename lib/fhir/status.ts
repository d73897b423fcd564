/**
 * The moves of a resource's status (R4: ObservationStatus, DiagnosticReportStatus, medicationrequest-status).
 * Every status may become `entered-in-error`, and that is final; a final result is never preliminary again.
 */
const observation: Record<string, readonly string[]> = {
  registered: ['preliminary', 'final', 'cancelled'],
  preliminary: ['final', 'cancelled'],
  final: ['amended', 'corrected'],
  amended: ['amended', 'corrected'],
  corrected: ['amended', 'corrected'],
};

const moves: Record<string, Record<string, readonly string[]>> = {
  Observation: observation,
  DiagnosticReport: {
    ...observation,
    registered: ['partial', 'preliminary', 'final', 'cancelled'],
    partial: ['preliminary', 'final', 'cancelled'],
    final: ['amended', 'corrected', 'appended'],
    appended: ['amended', 'corrected', 'appended'],
  },
  MedicationRequest: {
    draft: ['active', 'cancelled'],
    active: ['on-hold', 'completed', 'stopped', 'cancelled'],
    'on-hold': ['active', 'completed', 'stopped', 'cancelled'],
  },
  // By clinical status: a problem comes and goes.
  Condition: {
    active: ['inactive', 'remission', 'resolved'],
    recurrence: ['inactive', 'remission', 'resolved'],
    relapse: ['inactive', 'remission', 'resolved'],
    inactive: ['active', 'recurrence', 'relapse', 'remission', 'resolved'],
    remission: ['active', 'recurrence', 'relapse', 'inactive', 'resolved'],
    resolved: ['active', 'recurrence', 'relapse', 'inactive', 'remission'],
  },
};

export function canMove(resourceType: string, from: string, to: string): boolean {
  if (from === 'entered-in-error') return false;
  if (to === 'entered-in-error') return resourceType in moves;
  return moves[resourceType]?.[from]?.includes(to) ?? false;
}

/** The resource may not become what was asked for: it is entered in error already, or only read. */
export class ImpossibleMove extends Error {
  override readonly name = 'ImpossibleMove';
}
