import { type ClinicSubject, theClinic } from '#lib/policy/subject';

/**
 * The subject of an import: the clinic as a whole, for which no person may write. So the policy refuses everybody but
 * the job, whatever scope a session holds.
 */
export const wholeClinic = (): ClinicSubject => theClinic();
