import { systems } from './codes';
import { prune, put, within } from './edit';
import { at, type Json, type JsonObject, list } from './json';

const isTag = (tag: Json) => at(tag, 'system') === systems.resourceStatus && at(tag, 'code') === 'draft';

/**
 * Not every resource of R4 has a status for a draft (an Immunization has none), and what another system calls
 * preliminary is no draft of ours. So ours carry a tag until they are signed.
 */
export function isDraft(tree: JsonObject): boolean {
  return list(at(tree.meta, 'tag')).some(isTag);
}

export function tagDraft(tree: JsonObject): void {
  if (isDraft(tree)) return;
  const meta = within(tree, 'meta');
  put(meta, 'tag', [...list(meta.tag), { system: systems.resourceStatus, code: 'draft' }]);
}

export function untagDraft(tree: JsonObject): void {
  if (!isDraft(tree)) return;
  const meta = within(tree, 'meta');
  const rest = list(meta.tag).filter((tag) => !isTag(tag));
  put(meta, 'tag', rest.length === 0 ? undefined : rest);
  prune(tree, 'meta');
}
