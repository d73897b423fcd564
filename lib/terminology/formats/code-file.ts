import type { KnownCode } from '../systems';

/**
 * How the publisher of a code system writes its file, read a line at a time. `null` is a line that says nothing of use: a
 * heading, or a code that is withdrawn.
 */
export interface CodeFile {
  readonly system: string;
  /** What is used of the file, for whoever has the wrong one. */
  readonly name: string;
  /** A reader of one file; it remembers the heading. */
  reader(): (line: string) => KnownCode | null;
}

const mostSynonyms = 30;
const longestName = 300;

/** Other names, each once and none of them the display. */
export function otherNames(display: string, names: readonly (string | undefined)[]): string[] {
  const plain = names.flatMap((name) => name?.trim() || []).filter((name) => name.length <= longestName);
  return [...new Set(plain)].filter((name) => name !== display).slice(0, mostSynonyms);
}
