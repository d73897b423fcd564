type Right = { allowed: boolean };

/** Who may see a record, why, and until when. */
export interface CareItem {
  id: string;
  kind: 'treating' | 'consulting' | 'carer';
  scope: 'chart' | 'restricted' | 'appointments' | 'chart_and_appointments';
  name: string | null;
  speciality: string | null;
  email: string | null;
  reason: 'visit' | 'assigned' | 'granted' | 'invited';
  visit_at: string | null;
  granted_by: string | null;
  valid_from: string;
  valid_until: string | null;
  holds: boolean;
  ended_by: 'you' | 'them' | 'clinic' | null;
  can: { end: Right; change_end: Right };
}
