import type { BadgeTone } from '#components/ui/badge';
import type { ServiceView } from './service-mark';

export type VisitState = 'scheduled' | 'arrived' | 'in_progress' | 'completed' | 'cancelled' | 'no_show';

export type VisitStatus = 'scheduled' | 'completed' | 'cancelled';

/** Neither called off nor missed: what was missed took no place. */
export const takesPlace = ({ status }: { status: VisitStatus }): boolean => status !== 'cancelled';

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
  reason: 'already_ended' | 'already_begun' | 'not_yet' | 'not_permitted' | 'too_late' | null;
}

/** From when until when something can be done. */
interface VisitWindow {
  from: string;
  until: string;
}

/** A visit as its day is shown to whoever comes, and may do something about it. */
export interface DayVisit extends VisitView {
  zone: string;
  state: VisitState;
  mode: 'in_person' | 'video';
  check_in: VisitWindow | null;
  join: VisitWindow | null;
  can: { arrive: VisitRight; undo: VisitRight; join: VisitRight };
}

export const visitTones: Record<VisitStatus, BadgeTone> = {
  scheduled: 'info',
  completed: 'neutral',
  cancelled: 'danger',
};

export interface AgendaVisit extends VisitView, ServiceView {
  patient_id: string;
  /** Null where the chart is closed to the doctor by now. */
  patient_name: string | null;
  patient_birth_date: string | null;
  patient_sex: string | null;
  state: VisitState;
  mode: 'in_person' | 'video';
  room_name: string | null;
  /** When its patient said that they would come. */
  confirmed_at: string | null;
  /** Of what is asked before it. */
  questions: 'none' | 'asked' | 'answered';
  /** Beside another visit at that time, on purpose. */
  overbooked: boolean;
}

/** With whether its reader may move it. */
export interface MovableVisit extends AgendaVisit {
  can: { move: VisitRight };
}
