import {
  Activity,
  Archive,
  ClipboardList,
  FileText,
  FlaskConical,
  NotebookPen,
  Pill,
  Scissors,
  Stethoscope,
  Syringe,
  TestTubeDiagonal,
  TriangleAlert,
} from 'lucide-react';
import type { RecordKind } from './record';

const icons = {
  diagnosis: ClipboardList,
  prescription: Pill,
  lab_result: FlaskConical,
  lab_report: TestTubeDiagonal,
  allergy: TriangleAlert,
  immunization: Syringe,
  vital_sign: Activity,
  procedure: Scissors,
  encounter: Stethoscope,
  note: NotebookPen,
  document: FileText,
  other: Archive,
} as const;

export function RecordIcon({ type }: { type: RecordKind }) {
  const Icon = icons[type];
  return <Icon aria-hidden className="size-5 shrink-0 text-primary dense:size-4" />;
}
