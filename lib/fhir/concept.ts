import { put } from './edit';
import { at, type Json, type JsonObject, list, object, string } from './json';
import type { Part } from './part';

export interface CodedContent {
  text: string;
  code?: string | undefined;
  code_system?: string | undefined;
}

/** The words of a CodeableConcept: its own text before any coding's display, as R4 advises for showing it. */
export function conceptText(concept: Json | undefined): string | undefined {
  const first = at(concept, 'coding', 0);
  return string(at(concept, 'text')) ?? string(at(first, 'display')) ?? string(at(first, 'code'));
}

const semanticTag =
  /^(.*\S) \((?:disorder|finding|situation|qualifier value|morphologic abnormality|procedure|event|product|substance)\)$/su;

/** SNOMED CT ends its full names with the kind of thing they are, `Stress (finding)`. For showing it is left off. */
export function plainTerm(text: string): string {
  return semanticTag.exec(text)?.[1] ?? text;
}

export function readConcept(concept: Json | undefined): CodedContent {
  const first = at(concept, 'coding', 0);
  return {
    text: conceptText(concept) ?? '',
    code: string(at(first, 'code')),
    code_system: string(at(first, 'system')),
  };
}

/** Another code takes all codings with it: the rest say in other systems what the first one no longer says. */
export function writeConcept(concept: JsonObject, content: CodedContent): void {
  const now = readConcept(concept);
  if (now.code !== content.code || now.code_system !== content.code_system)
    put(concept, 'coding', codings(content));
  put(concept, 'text', content.text);
}

function codings({ code, code_system: system }: CodedContent): Json | undefined {
  if (code === undefined) return undefined;
  return [system === undefined ? { code } : { system, code }];
}

/** `text`, `code` and `code_system` of the content, held by a CodeableConcept at this key. */
export function conceptPart<Content extends CodedContent>(key: string): Part<Content> {
  return {
    keys: ['text', 'code', 'code_system'],
    read: (tree) => readConcept(tree[key]) as Partial<Content>,
    write(tree, content) {
      const concept = object(tree[key]) ?? {};
      writeConcept(concept, content);
      tree[key] = concept;
    },
  };
}

/** The same, held by the first CodeableConcept of a list. */
export function firstConceptPart<Content extends CodedContent>(key: string): Part<Content> {
  return {
    keys: ['text', 'code', 'code_system'],
    read: (tree) => readConcept(at(tree[key], 0)) as Partial<Content>,
    write(tree, content) {
      const [first, ...rest] = list(tree[key]);
      const concept = object(first) ?? {};
      writeConcept(concept, content);
      tree[key] = [concept, ...rest];
    },
  };
}

/** Words at a CodeableConcept, or at all those of a list. Other words replace it with its codes, which say the old. */
export function wordsPart<Key extends string>(
  key: Key,
  element: string,
  form: 'one' | 'list',
): Part<{ readonly [K in Key]?: string | undefined }> {
  type Content = { readonly [K in Key]?: string | undefined };
  return {
    keys: [key],
    read: (tree) => ({ [key]: conceptWords(tree[element]) }) as Content,
    write(tree, content) {
      const words = content[key];
      const concept = words === undefined ? undefined : { text: words };
      put(tree, element, concept && form === 'list' ? [concept] : concept);
    },
  };
}

export function conceptWords(concepts: Json | undefined): string | undefined {
  const all = Array.isArray(concepts) ? concepts : [concepts];
  const words = all.flatMap((concept) => conceptText(concept) ?? []);
  return words.length === 0 ? undefined : words.join(', ');
}

export function codingOf(concept: Json | undefined, ...systems: readonly string[]): string | undefined {
  const codings = at(concept, 'coding');
  const found = Array.isArray(codings)
    ? codings.find((coding) => systems.includes(string(at(coding, 'system')) ?? ''))
    : undefined;
  return string(at(found, 'code'));
}

export function conceptOf(system: string, code: string, display?: string): JsonObject {
  return { coding: [display === undefined ? { system, code } : { system, code, display }] };
}
