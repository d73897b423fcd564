import { wordsOf } from '#lib/domain/name-search';
import type { KnownCode } from './systems';

/** PostgreSQL takes lexemes of at most 2046 bytes, and nobody types such a word. */
const longestWord = 60;
const mostWords = 8;

const cut = (words: readonly string[]) => words.map((word) => word.slice(0, longestWord));

/** A code without its signs: `e119` finds E11.9. */
const bare = (code: string) => wordsOf(code).join('');

/** By which words a code is found: those of its names, and the code itself. */
export function wordsOfCode({ code, display, synonyms }: KnownCode): string[] {
  const names = [display, ...synonyms, code].flatMap(wordsOf);
  return [...new Set(cut([...names, bare(code)]))].filter((word) => word !== '');
}

/** The words that somebody has typed, each of which begins a word of what they look for. */
export function askedWords(typed: string): string[] {
  return [...new Set(cut(wordsOf(typed)))].slice(0, mostWords);
}
