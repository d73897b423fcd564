import type { BadgeTone } from '#components/ui/badge';

export type VisitStatus = 'scheduled' | 'completed' | 'cancelled';

export interface VisitView {
  id: string;
  scheduled_at: string;
  ends_at: string;
  status: VisitStatus;
  doctor_name: string;
  clinic_name: string | null;
  /** What the patient wrote when asking for it. */
  notes: string | null;
}

/** What the reader may do to a visit, or why not. */
export interface VisitRight {
  allowed: boolean;
  reason: 'already_ended' | 'already_begun' | 'not_yet' | 'not_permitted' | null;
}

export const visitTones: Record<VisitStatus, BadgeTone> = {
  scheduled: 'info',
  completed: 'neutral',
  cancelled: 'danger',
};
