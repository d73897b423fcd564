import type { Temporal } from 'temporal-polyfill';
import { isDraft, tagDraft, untagDraft } from './draft-tag';
import { ImpossibleMove } from './impossible-move';
import { type JsonObject, parseResource, printResource } from './json';
import type { WritableMapping } from './mapping';
import { isWritable, writable } from './mappings';
import { recordTypeOf } from './record-type';
import { labelSensitivity } from './sensitivity';

/** The resource as one that its author is still writing: its statuses say so, and a tag. */
export function asDraft(text: string): string {
  const [tree, mapping] = writableOf(text);
  mapping.lifecycle.draft(tree);
  tagDraft(tree);
  return printResource(tree);
}

/** The draft as its author stands by it. */
export function signed(text: string, context: { readonly recorded_at: Temporal.Instant }): string {
  const [tree, mapping] = writableOf(text);
  if (!isDraft(tree)) throw new ImpossibleMove('no draft');
  mapping.lifecycle.sign(tree, context.recorded_at.toString());
  untagDraft(tree);
  return printResource(tree);
}

/** The resource with the label R, or without it. */
export function withSensitivity(text: string, restricted: boolean): string {
  const tree = parseResource(text);
  labelSensitivity(tree, restricted);
  return printResource(tree);
}

function writableOf(text: string): [JsonObject, WritableMapping<never>] {
  const tree = parseResource(text);
  const type = recordTypeOf(tree);
  if (!isWritable(type)) throw new ImpossibleMove('is only read');
  const mapping = writable[type] as WritableMapping<never>;
  if (mapping.status(tree) === 'entered-in-error') throw new ImpossibleMove('entered in error');
  return [tree, mapping];
}
