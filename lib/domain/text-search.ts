import { folded } from './name-search';

/** A text in which one looks for words: made once, where it is searched often. */
export const searchableText = folded;

/** The words of a search, each of which must stand in a text, in any order and as a part of a word too. */
export const searchWords = (query: string): string[] =>
  folded(query)
    .split(/\s+/u)
    .filter((word) => word !== '');

/** Whether every word stands in a text that was made searchable. */
export const holdsWords = (searchable: string, words: readonly string[]): boolean =>
  words.every((word) => searchable.includes(word));

/** The same for any text. Without words nothing is looked for, and nothing found. */
export const textMatches = (text: string, words: readonly string[]): boolean =>
  words.length > 0 && holdsWords(folded(text), words);

const before = 60;
const length = 200;

/** The part of a text around the first of the words, on one line; null where none of them stands in it. */
export function excerptOf(text: string, words: readonly string[]): string | null {
  const line = text.replace(/\s+/gu, ' ').trim();
  const places = words.map((word) => folded(line).indexOf(word)).filter((at) => at >= 0);
  if (places.length === 0) return null;
  const letters = [...line];
  const start = Math.max(0, Math.min(...places) - before);
  const end = Math.min(letters.length, start + length);
  return `${start > 0 ? '…' : ''}${letters.slice(start, end).join('')}${end < letters.length ? '…' : ''}`;
}
