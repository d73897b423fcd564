import { documentCategories } from '#lib/domain/document-categories';
import { systems } from './codes';
import { codingOf, conceptWords, readConcept } from './concept';
import { at, type Json, type JsonObject, list, string } from './json';
import { labKey } from './lab-names';
import { laboratories, noteTypes, questionnaires, recordTypeOf } from './record-type';
import type { ResultCategory } from './result-categories';
import {
  asksForOne,
  categoryByDocument,
  categoryBySection,
  categoryWords,
  infectionCodes,
  tellsResult,
} from './result-words';

/** Observations that say how somebody is or lives, and find nothing out. */
const describing = ['vital-signs', 'vital-sign', 'social-history', 'survey', 'activity'];

/** By what the resource is, whatever type of record that makes it. Null for what is no result. */
export function resultCategoryOf(tree: JsonObject): ResultCategory | null {
  switch (tree.resourceType) {
    case 'Observation':
      return describes(tree) ? null : found(tree);
    case 'DiagnosticReport':
      return repeatsNote(tree) ? null : found(tree);
    case 'DocumentReference':
      return reported(tree);
    case 'ImagingStudy':
      return 'imaging';
    case 'MolecularSequence':
      return 'genetics';
    default:
      return null;
  }
}

const found = (tree: JsonObject): ResultCategory => bySection(tree) ?? byName(tree) ?? byMeasure(tree);

const codesOf = (concepts: Json | undefined): string[] =>
  list(concepts).flatMap((concept) =>
    list(at(concept, 'coding')).flatMap((coding) => string(at(coding, 'code')) ?? []),
  );

const observationCodes = (tree: JsonObject) =>
  list(tree.category).flatMap((category) => codingOf(category, systems.observationCategory) ?? []);

function describes(tree: JsonObject): boolean {
  if (recordTypeOf(tree) === 'vital_sign') return true;
  const codes = observationCodes(tree);
  return (
    codes.length > 0 && codes.every((code) => describing.includes(code)) && bySection(tree) === undefined
  );
}

/** A visit's note, or the answers to a questionnaire, in the clothes of a report. */
function repeatsNote(tree: JsonObject): boolean {
  const categories = codesOf(tree.category);
  if (bySection(tree) !== undefined || categories.some((code) => laboratories.includes(code))) return false;
  const codes = [...categories, ...codesOf([tree.code ?? null])];
  return codes.some((code) => noteTypes.includes(code) || questionnaires.includes(code));
}

const sectionSystems: readonly string[] = [
  systems.reportCategory,
  systems.reportCategoryOfVersion2,
  systems.loinc,
];

function bySection(tree: JsonObject): ResultCategory | undefined {
  const codings = list(tree.category).flatMap((category) => list(at(category, 'coding')));
  const ours = codings.filter((coding) => sectionSystems.includes(string(at(coding, 'system')) ?? ''));
  const known = ours.map((coding) => categoryBySection.get(string(at(coding, 'code')) ?? ''));
  return known.find((one) => one !== undefined);
}

const inWords = (said: string): ResultCategory | undefined =>
  categoryWords.find(([, pattern]) => pattern.test(said))?.[0];

const displaysOf = (concept: Json | undefined) =>
  list(at(concept, 'coding')).map((coding) => at(coding, 'display'));

const join = (names: readonly (Json | undefined)[]) => names.flatMap((name) => string(name) ?? []).join('\n');

function byName(tree: JsonObject): ResultCategory | undefined {
  if (codesOf([tree.code ?? null]).some((code) => infectionCodes.includes(code))) return 'infection';
  if (observationCodes(tree).includes('imaging')) return 'imaging';
  const named = inWords(join([at(tree.code, 'text'), ...displaysOf(tree.code)]));
  return named ?? inWords(join(list(tree.category).flatMap((one) => [at(one, 'text'), ...displaysOf(one)])));
}

function byMeasure(tree: JsonObject): ResultCategory {
  const measured = tree.valueQuantity !== undefined || labKey(readConcept(tree.code)) !== null;
  return measured ? 'blood_and_chemistry' : 'other';
}

/** A report that came as a document. A note is read for its codes alone: its title is what was talked of. */
function reported(tree: JsonObject): ResultCategory | null {
  const coded = [...codesOf([tree.type ?? null]), ...codesOf(tree.category)].map((code) =>
    categoryByDocument.get(code),
  );
  const known = coded.find((one) => one !== undefined);
  if (known) return known;
  const typed = recordTypeOf(tree) === 'note' ? [] : [at(tree.type, 'text'), tree.description];
  const said = join([...typed, ...displaysOf(tree.type)]);
  const filed = conceptWords(tree.category);
  if (filed === documentCategories.imaging) return 'imaging';
  if (filed === documentCategories.report) return inWords(said) ?? 'other';
  return tellsResult.test(said) && !asksForOne.test(said) ? (inWords(said) ?? null) : null;
}
