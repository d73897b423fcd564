import { put } from './edit';
import type { JsonObject } from './json';

/** A resource whose `status` alone says whether it is a draft; what was not done says that instead. */
export function statusLifecycle(draft: string, final: string) {
  const move = (tree: JsonObject, status: string) => {
    if (tree.status !== 'not-done') put(tree, 'status', status);
  };
  return {
    draft: (tree: JsonObject) => move(tree, draft),
    sign: (tree: JsonObject) => move(tree, final),
  };
}

export const observationLifecycle = {
  draft: (tree: JsonObject) => put(tree, 'status', 'preliminary'),
  sign(tree: JsonObject, recorded: string) {
    put(tree, 'status', 'final');
    put(tree, 'issued', recorded);
  },
};
