import type { AllergyIntolerance } from '@medplum/fhirtypes';
import { severities, systems } from './codes';
import { commentPart } from './comment';
import { codingOf, conceptOf, conceptPart, conceptWords, readConcept } from './concept';
import type { AllergyContent } from './content-view';
import { put } from './edit';
import { at, type JsonObject, type Lossless, list, object, string } from './json';
import type { WritableMapping } from './mapping';
import { dateAt } from './occurred';
import { onsetPart } from './onset';
import type { Part } from './part';
import type { Warning } from './record-view';

/** SNOMED CT: "no known allergy" and its kinds. They state that somebody asked; a list without entries does not. */
const noKnownAllergy = ['716186003', '409137002', '429625007', '428607008'];

export function statesNoAllergy(tree: JsonObject): boolean {
  if (tree.resourceType !== 'AllergyIntolerance') return false;
  const codes = list(at(tree.code, 'coding')).map((coding) => readConcept({ coding: [coding] }));
  return codes.some(
    ({ code, code_system }) => code_system === systems.snomed && noKnownAllergy.includes(code ?? ''),
  );
}

const clinicalStatus: Part<AllergyContent> = {
  keys: ['clinical_status'],
  read: (tree) => ({ clinical_status: codingOf(tree.clinicalStatus, systems.allergyClinical) }),
  // ait-1: present in every allergy that is not entered in error.
  write: (tree, { clinical_status: code = 'active' }) =>
    put(tree, 'clinicalStatus', conceptOf(systems.allergyClinical, code)),
};

const kind: Part<AllergyContent> = {
  keys: ['kind'],
  read: (tree) => ({ kind: string(tree.type) }),
  write: (tree, content) => put(tree, 'type', content.kind),
};

const category: Part<AllergyContent> = {
  keys: ['category'],
  read: (tree) => ({ category: string(at(tree.category, 0)) }),
  write: (tree, content) =>
    put(tree, 'category', content.category === undefined ? undefined : [content.category]),
};

const criticality: Part<AllergyContent> = {
  keys: ['criticality'],
  read: (tree) => ({ criticality: string(tree.criticality) }),
  write: (tree, content) => put(tree, 'criticality', content.criticality),
};

const manifestations = (tree: JsonObject) =>
  conceptWords(list(tree.reaction).flatMap((reaction) => list(at(reaction, 'manifestation'))));

/** The worst that has been seen. */
function severity(tree: JsonObject): string | undefined {
  const seen = list(tree.reaction).flatMap((reaction) => string(at(reaction, 'severity')) ?? []);
  return [...severities].reverse().find((one) => seen.includes(one)) ?? seen[0];
}

const reaction: Part<AllergyContent> = {
  keys: ['reaction', 'severity'],
  read: (tree) => ({ reaction: manifestations(tree), severity: severity(tree) }),
  write(tree, content) {
    const [only, ...others] = list(tree.reaction);
    const kept = object(only);
    if (
      kept &&
      others.length === 0 &&
      content.reaction !== undefined &&
      manifestations(tree) === content.reaction
    )
      put(kept, 'severity', content.severity);
    else put(tree, 'reaction', reactions(content));
  },
};

function reactions({ reaction: text, severity: worst }: AllergyContent) {
  if (text === undefined) return undefined;
  return [{ manifestation: [{ text }], ...(worst !== undefined && { severity: worst }) }];
}

const verification = (tree: JsonObject) => codingOf(tree.verificationStatus, systems.allergyVerification);

function verify(tree: JsonObject, code: string): void {
  put(tree, 'verificationStatus', conceptOf(systems.allergyVerification, code));
}

function warnings(tree: JsonObject): Warning[] {
  const status = verification(tree);
  return status === 'refuted' || status === 'unconfirmed' ? [status] : [];
}

export const allergyIntoleranceMapping: WritableMapping<AllergyContent> = {
  recordType: 'allergy',
  resourceType: 'AllergyIntolerance',
  parts: [conceptPart('code'), clinicalStatus, kind, category, criticality, reaction, onsetPart, commentPart],
  firstStatuses: ['confirmed', 'unconfirmed'],
  skeleton: ({ id, patient, author, occurred }, status) =>
    ({
      resourceType: 'AllergyIntolerance',
      id,
      verificationStatus: conceptOf(systems.allergyVerification, status),
      patient,
      recordedDate: occurred,
      ...(author && { recorder: author }),
    }) satisfies Lossless<AllergyIntolerance>,
  status: (tree) =>
    verification(tree) === 'entered-in-error'
      ? 'entered-in-error'
      : (codingOf(tree.clinicalStatus, systems.allergyClinical) ?? 'unknown'),
  occurred: (tree, zone) => dateAt(tree.recordedDate, zone) ?? dateAt(tree.onsetDateTime, zone),
  warnings,
  lifecycle: {
    draft: (tree) => verify(tree, 'unconfirmed'),
    sign: (tree) => verify(tree, 'confirmed'),
  },
  amended: () => undefined,
  // ait-2: an allergy entered in error has no clinical status.
  enterInError(tree) {
    verify(tree, 'entered-in-error');
    put(tree, 'clinicalStatus', undefined);
  },
};
