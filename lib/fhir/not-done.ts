import { isDraft } from './draft-tag';
import { put } from './edit';
import type { Part } from './part';

/** An act that was not done stays in the chart as that: its status says so, and nothing else does. */
export function notDonePart(done: string, draft: string): Part<{ readonly not_done?: boolean | undefined }> {
  return {
    keys: ['not_done'],
    read: (tree) => ({ not_done: tree.status === 'not-done' || undefined }),
    write(tree, { not_done }) {
      if (not_done) put(tree, 'status', 'not-done');
      else if (tree.status === 'not-done') put(tree, 'status', isDraft(tree) ? draft : done);
    },
  };
}
