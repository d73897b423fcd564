import { put } from './edit';
import { at, type JsonObject, list, string } from './json';
import type { Part } from './part';

/** The notes of a resource, read as one text; another text takes the place of all of them. */
export const commentPart: Part<{ readonly comment?: string | undefined }> = {
  keys: ['comment'],
  read: (tree) => ({ comment: notes(tree) }),
  write: (tree, { comment }) => put(tree, 'note', comment === undefined ? undefined : [{ text: comment }]),
};

function notes(tree: JsonObject): string | undefined {
  const texts = list(tree.note).flatMap((note) => string(at(note, 'text')) ?? []);
  return texts.length === 0 ? undefined : texts.join('\n\n');
}
