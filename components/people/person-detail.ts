/** An account as its page shows it. */
export interface PersonDetail {
  id: string;
  email: string;
  role: 'patient' | 'doctor' | 'admin';
  is_verified: boolean;
  disabled: boolean;
  created_at: string;
  last_sign_in: string | null;
  /** How many stand with a doctor. */
  coming_visits: number;
  /** Why it is shut. */
  disabled_reason: string | null;
}
