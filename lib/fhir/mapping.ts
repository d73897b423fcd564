import type { CodedContent } from './concept';
import type { RecordType } from './content-view';
import type { FhirDate } from './dates';
import type { JsonObject } from './json';
import type { Part } from './part';
import type { Warning } from './record-view';

/** What the resource says about its record's place: who, whose, and when. */
export interface Origin {
  readonly id: string;
  readonly patient: { readonly reference: string };
  /** Who wrote it: a practitioner, or the patient of themselves. */
  readonly author: { readonly reference: string } | null;
  readonly occurred: string;
  readonly recorded: string;
}

/** How one record type and one FHIR resource type say the same. */
export interface Mapping<Content extends CodedContent> {
  readonly recordType: RecordType;
  readonly resourceType: string;
  readonly parts: readonly Part<Content>[];
  /** What is shown besides, and never written. */
  readonly shown?: readonly Part<Content>[];
  status(tree: JsonObject): string;
  occurred(tree: JsonObject, zone: string): FhirDate | null;
  warnings(tree: JsonObject): Warning[];
  enterInError(tree: JsonObject): void;
}

/** A mapping by which a record can be written, not only read. */
export interface WritableMapping<Content extends CodedContent> extends Mapping<Content> {
  /** Statuses that a new resource may have; the first is the usual one. */
  readonly firstStatuses: readonly [string, ...string[]];
  skeleton(origin: Origin, status: string): object;
  /** The statuses of a draft and of the same resource when it is signed. */
  readonly lifecycle: {
    draft(tree: JsonObject): void;
    sign(tree: JsonObject, recorded: string): void;
  };
  /** What a changed meaning does to the resource besides. */
  amended(tree: JsonObject, changed: readonly (keyof Content)[], recorded: string): void;
}
