interface Request {
  id: string;
  patient_id: string;
  patient_name: string;
  record_id: string;
  record_type: string;
  record_title: string;
  requested_at: string;
  decided_at: string | null;
  /** Of the doctor who has decided. */
  decided_by: string | null;
  answer: string | null;
}

/** A wish for more of a medicine. */
export interface RefillRequest extends Request {
  status: 'requested' | 'approved' | 'denied' | 'withdrawn';
  note: string | null;
  renewed_record_id: string | null;
}

/** A wish that a record be corrected. */
export interface CorrectionRequest extends Request {
  status: 'requested' | 'accepted' | 'denied' | 'withdrawn';
  record_version: number;
  wrong: string;
  wanted: string;
  due_at: string;
  accepted_version: number | null;
  disagreement: string | null;
  disagreed_at: string | null;
}

export type AnyRequest = RefillRequest | CorrectionRequest;
