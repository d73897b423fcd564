import type { BadgeTone } from '#components/ui/badge';

/** A document as the operations give it. */
export interface DocumentView {
  id: string;
  title: string;
  category: 'report' | 'imaging' | 'letter' | 'prescription' | 'insurance' | 'consent' | 'other' | null;
  category_text: string | null;
  origin: 'patient' | 'clinic' | 'import';
  doctor_name: string | null;
  media_type: string | null;
  size: number | null;
  file_name: string | null;
  occurred_at: string | null;
  created_at: string;
  file_state: 'not_scanned' | 'scanning' | 'clean' | 'infected' | 'scan_failed' | 'damaged' | 'absent';
  can: { open: { allowed: boolean } };
}

export const stateTones: Readonly<Record<DocumentView['file_state'], BadgeTone>> = {
  not_scanned: 'neutral',
  scanning: 'info',
  clean: 'ok',
  infected: 'danger',
  scan_failed: 'warn',
  damaged: 'danger',
  absent: 'neutral',
};
