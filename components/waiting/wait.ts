/** What somebody waits for, as pages show it. */
export interface WaitEntry {
  id: string;
  doctor_name: string | null;
  clinic_name: string | null;
  speciality: string | null;
  service_name: string | null;
  mode: 'in_person' | 'video' | null;
  from: string;
  until: string;
  parts: readonly ('morning' | 'afternoon' | 'evening')[];
  visit_at: string | null;
  visit_zone: string | null;
  state: 'waiting' | 'offered' | 'accepted' | 'withdrawn' | 'expired';
  created_at: string;
  offer: WaitOffer | null;
}

export interface WaitOffer {
  id: string;
  doctor_name: string;
  clinic_name: string;
  scheduled_at: string;
  zone: string;
  mode: 'in_person' | 'video';
  expires_at: string;
}

export const waitTones = {
  waiting: 'neutral',
  offered: 'warn',
  accepted: 'ok',
  withdrawn: 'neutral',
  expired: 'neutral',
} as const;
