import type { ContentByType, RecordType } from './content-view';
import type { FhirDate } from './dates';
import type { Flag } from './interpretation';
import type { LabKey } from './lab-names';

/** What a row says below its title: facts without words, which the page puts into the reader's language. */
export type Piece =
  | {
      readonly kind: 'clinical_status' | 'verification' | 'prescription_status' | 'report_status';
      readonly code: string;
    }
  | { readonly kind: 'onset' | 'abatement' | 'starts' | 'ends'; readonly date: string }
  | {
      readonly kind: 'value';
      readonly comparator?: string | undefined;
      readonly value: string;
      readonly unit?: string | undefined;
    }
  | { readonly kind: 'absent'; readonly reason: string }
  | {
      readonly kind: 'range';
      readonly low?: string | undefined;
      readonly high?: string | undefined;
      readonly text?: string | undefined;
      readonly unit?: string | undefined;
    }
  | ({ readonly kind: 'flag' } & Flag)
  | { readonly kind: 'dosage' | 'quantity' | 'comment' | 'conclusion'; readonly text: string }
  | {
      readonly kind: 'timing';
      readonly frequency?: string | undefined;
      readonly period?: string | undefined;
      readonly period_unit?: string | undefined;
      readonly dose?: string | undefined;
      readonly dose_unit?: string | undefined;
      readonly as_needed: boolean;
    }
  | { readonly kind: 'refills' | 'result_count'; readonly count: string };

/** Something that turns the meaning of the record and must be shown beside it. */
export type Warning = 'unknown_modifier' | 'do_not_take' | 'not_an_order' | 'refuted' | 'preliminary';

/** A record as pages, lists and columns need it. Everything in it is read from the resource's text. */
interface RecordView<Type extends RecordType = RecordType> {
  readonly record_type: Type;
  readonly resource_type: string;
  readonly content: ContentByType[Type];
  readonly status: string;
  readonly entered_in_error: boolean;
  readonly occurred: FhirDate | null;
  readonly title: string;
  readonly subtitle: readonly Piece[];
  readonly warnings: readonly Warning[];
  /** Key of the plain name of a laboratory test below `labs`, for people who did not study medicine. */
  readonly lab_key: LabKey | null;
  /** A diagnosis that notes how someone lives (work, schooling, housing), not a health problem. */
  readonly circumstance: boolean;
}
export type AnyRecordView = { [Type in RecordType]: RecordView<Type> }[RecordType];
