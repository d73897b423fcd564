interface Party {
  id: string;
  name: string;
  email: string;
}

/** Something that two admins have to agree on, as the pages show it. */
export interface ApprovalView {
  id: string;
  kind: 'recovery' | 'grant_role';
  status: 'requested' | 'approved' | 'refused' | 'expired' | 'done';
  person: Party;
  role: 'patient' | 'doctor' | 'admin' | null;
  doctor: { display_name: string; speciality: string; site: string } | null;
  identity_check: 'in_person' | 'video_call' | 'known_number' | null;
  reason: string;
  requested_by: Party;
  decided_by: Party | null;
  objected: boolean;
  created_at: string;
  expires_at: string;
  decided_at: string | null;
  not_before: string | null;
  done_at: string | null;
  decision_bar: 'decided' | 'own_request' | 'about_you' | null;
}
