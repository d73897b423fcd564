import type { DocumentReference } from '@medplum/fhirtypes';
import { bodyPart, filePart, inlineText } from './attachment';
import { systems } from './codes';
import { type CodedContent, conceptOf, conceptPart, conceptText, readConcept, wordsPart } from './concept';
import type { DocumentContent, NoteContent } from './content-view';
import { put } from './edit';
import { at, type Json, type JsonObject, type Lossless, list, string } from './json';
import type { Origin, WritableMapping } from './mapping';
import { dateAt, periodAt } from './occurred';
import type { Part } from './part';
import type { Warning } from './record-view';

/** What it is called: its type, or else what stands for that. */
function titled<Content extends CodedContent>(): Part<Content> {
  const type = conceptPart<Content>('type');
  return {
    ...type,
    read: (tree) => ({ ...readConcept(tree.type), text: nameOf(tree) }) as Partial<Content>,
  };
}

function nameOf(tree: JsonObject): string {
  const held = at(tree.content, 0, 'attachment');
  const names = [conceptText(tree.type), string(tree.description), string(at(held, 'title'))];
  return names.find((name) => name !== undefined) ?? conceptText(at(tree.category, 0)) ?? '';
}

const isAddendum = (relation: Json) => at(relation, 'code') === 'appends';
const target = (relation: Json | undefined) => string(at(relation, 'target', 'reference'));

/** An addendum is a document of its own, which names the one that it adds to. */
const relatesTo: Part<NoteContent> = {
  keys: ['relates_to'],
  read(tree) {
    const reference = target(list(tree.relatesTo).find(isAddendum));
    return { relates_to: /^DocumentReference\/([A-Za-z0-9.-]{1,64})$/.exec(reference ?? '')?.[1] };
  },
  write(tree, { relates_to: id }) {
    const others = list(tree.relatesTo).filter((relation) => !isAddendum(relation));
    const own = { code: 'appends', target: { reference: `DocumentReference/${id}` } };
    const all = id === undefined ? others : [...others, own];
    put(tree, 'relatesTo', all.length === 0 ? undefined : all);
  },
};

function status(tree: JsonObject): string {
  const [own, ofText] = [string(tree.status), string(tree.docStatus)];
  if (own === 'entered-in-error' || ofText === 'entered-in-error') return 'entered-in-error';
  return own === 'current' ? (ofText ?? own) : (own ?? 'unknown');
}

function warnings(tree: JsonObject): Warning[] {
  return [
    ...(tree.docStatus === 'preliminary' ? (['preliminary'] as const) : []),
    ...(tree.status === 'superseded' ? (['superseded'] as const) : []),
  ];
}

function skeleton({ id, patient, author, occurred, recorded }: Origin, docStatus: string) {
  return {
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    docStatus: docStatus as DocumentReference['docStatus'],
    subject: patient,
    date: recorded,
    ...(author && { author: [author] }),
    context: { period: { start: occurred } },
  } satisfies Lossless<Omit<DocumentReference, 'content'>>;
}

const clinicalNote = [conceptOf(systems.documentCategory, 'clinical-note', 'Clinical Note')];

const common = {
  resourceType: 'DocumentReference',
  firstStatuses: ['final', 'preliminary'],
  status,
  occurred: (tree: JsonObject, zone: string) =>
    periodAt(at(tree.context, 'period'), zone) ?? dateAt(tree.date, zone),
  lifecycle: {
    draft: (tree: JsonObject) => put(tree, 'docStatus', 'preliminary'),
    sign(tree: JsonObject, recorded: string) {
      put(tree, 'docStatus', 'final');
      put(tree, 'date', recorded);
    },
  },
  amended(tree: JsonObject) {
    if (tree.docStatus !== 'preliminary') put(tree, 'docStatus', 'amended');
  },
  enterInError(tree: JsonObject) {
    put(tree, 'status', 'entered-in-error');
    if (tree.docStatus !== undefined) put(tree, 'docStatus', 'entered-in-error');
  },
} as const;

export const noteMapping: WritableMapping<NoteContent> = {
  ...common,
  recordType: 'note',
  parts: [titled(), bodyPart, relatesTo],
  skeleton: (origin, docStatus) => ({ ...skeleton(origin, docStatus), category: clinicalNote }),
  warnings: (tree) => [
    ...warnings(tree),
    ...(inlineText(tree) === undefined ? (['text_not_shown'] as const) : []),
  ],
};

export const documentMapping: WritableMapping<DocumentContent> = {
  ...common,
  recordType: 'document',
  parts: [titled(), filePart, wordsPart('category', 'category', 'list')],
  skeleton,
  warnings,
};
