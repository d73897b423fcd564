import type { AnyRecordView } from './record-view';

/** A change of what a view says, or of how it is kept here, takes the next number: older summaries are read no more. */
const edition = 1;
const longestText = 240;

type Kept = Pick<
  AnyRecordView,
  'content' | 'title' | 'warnings' | 'lab_key' | 'circumstance' | 'no_known_allergy' | 'encounter_id' | 'flag'
>;

/** What a list needs of a record, all of it read from the resource. */
export interface RecordSummary extends Kept {
  /** Nothing of the content is left out or cut. */
  readonly whole: boolean;
}

/** The summary as it is stored: long texts are cut, and a report does not repeat what its results are called. */
export function summaryOf(view: AnyRecordView): string {
  const { title, warnings, lab_key, circumstance, no_known_allergy, encounter_id, flag } = view;
  const content = shortened(view.content);
  const whole = JSON.stringify(content) === JSON.stringify(view.content);
  const said = { title, warnings, lab_key, circumstance, no_known_allergy, encounter_id, flag };
  return JSON.stringify({ edition, whole, content, ...said });
}

/** Null where it was written for an earlier edition. */
export function readSummary(text: string): RecordSummary | null {
  const stored = JSON.parse(text) as RecordSummary & { edition: number };
  return stored.edition === edition ? stored : null;
}

const shortened = (content: object): object =>
  Object.fromEntries(Object.entries(content).map(([key, value]) => [key, short(key, value)]));

function short(key: string, value: unknown): unknown {
  if (key === 'results') return [];
  return typeof value === 'string' && value.length > longestText ? `${cut(value)}…` : value;
}

/** Never through a character that takes two code units. */
const cut = (text: string) => text.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '');
