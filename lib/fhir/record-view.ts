import type { ContentByType, RecordType } from './content-view';
import type { FhirDate } from './dates';
import type { Flag } from './interpretation';
import type { LabKey } from './lab-names';
import type { ResultCategory } from './result-categories';
import type { Sensitivity } from './sensitivity';
import type { Stage } from './stage';

/** Something that turns the meaning of the record and must be shown beside it. */
export type Warning =
  | 'unknown_modifier'
  | 'do_not_take'
  | 'not_an_order'
  | 'not_done'
  | 'refuted'
  | 'unconfirmed'
  | 'preliminary'
  | 'cancelled'
  | 'superseded'
  | 'text_not_shown';

/** A record as pages, lists and columns need it. Everything in it is read from the resource's text. */
interface RecordView<Type extends RecordType = RecordType> {
  readonly record_type: Type;
  readonly resource_type: string;
  readonly content: ContentByType[Type];
  readonly status: string;
  readonly entered_in_error: boolean;
  readonly occurred: FhirDate | null;
  readonly title: string;
  readonly warnings: readonly Warning[];
  /** Key of the plain name of a laboratory test below `labs`, for people who did not study medicine. */
  readonly lab_key: LabKey | null;
  /** A diagnosis that notes how someone lives (work, schooling, housing), not a health problem. */
  readonly circumstance: boolean;
  /** "No known allergy": a statement, and no allergy. */
  readonly no_known_allergy: boolean;
  /** During which encounter, by our id; null where it names none of ours. */
  readonly encounter_id: string | null;
  /** From the resource alone: only a caller who knows where it came from can tell whose draft it is. */
  readonly stage: Stage;
  readonly sensitivity: Sensitivity;
  /** Of whatever tells a finding, images and reports as documents among them; null for what is no result. */
  readonly result_category: ResultCategory | null;
  /** LL, HH or AA. */
  readonly critical: boolean;
  /** What a result says of its value; null for every other type. */
  readonly flag: Flag | null;
}
export type AnyRecordView = { [Type in RecordType]: RecordView<Type> }[RecordType];
