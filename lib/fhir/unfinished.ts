import { type JsonObject, string } from './json';
import type { Warning } from './record-view';

const unfinished = ['registered', 'partial', 'preliminary'];

/** What a result's own status says against its value: that it may change, or that there is none that counts. */
export function statusWarnings(tree: JsonObject): Warning[] {
  const status = string(tree.status) ?? '';
  if (status === 'cancelled') return ['cancelled'];
  return unfinished.includes(status) ? ['preliminary'] : [];
}
