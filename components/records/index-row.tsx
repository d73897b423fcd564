import type { RecordKind } from './record';
import type { BadgeWords } from './record-badge';

/** A row in the words of its reader: nothing in it needs a catalogue or a calendar any more. */
export interface RowWords {
  id: string;
  type: RecordKind;
  name: string;
  /** The laboratory's own name, where `name` is a plainer one. */
  medical: string | null;
  says: string | null;
  kind: string;
  date: string | null;
  author: string | null;
  badge: BadgeWords | null;
  /** "Restricted"; null for what is not. */
  restricted: string | null;
  /** "Reported by the patient" */
  origin: string | null;
  struck: boolean;
}

/** A row with what it is filtered by. */
export interface IndexRow extends RowWords {
  group: string;
  /** `2019-03` is the whole of March. */
  day: string | null;
  year: string;
  mine: boolean;
  flagged: boolean;
  draft: boolean;
}

export interface IndexPage {
  rows: readonly IndexRow[];
  /** The record to go on after; null at the end. */
  next: string | null;
}
