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

export const visitTones: Record<VisitStatus, BadgeTone> = {
  scheduled: 'info',
  completed: 'neutral',
  cancelled: 'danger',
};
