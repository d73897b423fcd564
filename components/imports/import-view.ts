export interface ImportSummary {
  readonly id: string;
  readonly bundle_type: 'transaction' | 'batch' | 'collection' | 'searchset' | 'resources';
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly file_sha256: string;
  readonly patient_id: string | null;
  readonly total: number;
  readonly done: number;
  readonly added: number;
  readonly known: number;
  readonly updated: number;
  readonly rejected: number;
  readonly created_at: string;
  readonly ended_at: string | null;
}

export interface ImportIssue {
  readonly position: number;
  readonly path: string;
  readonly code: string;
  readonly severity: 'error' | 'warning';
}

/** What became of the entries. */
export const counts = ['total', 'added', 'known', 'updated', 'rejected'] as const;
