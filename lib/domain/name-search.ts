/** Letters without case and marks: `garcia` finds García, `strasse` finds Straße. */
export const folded = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();

/** The words of a text as they are compared. */
export const wordsOf = (text: string) =>
  folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Whether each word of the query begins a word of the name. Nothing asked is everybody; signs alone are nobody's name. */
export function nameMatches(name: string, query: string): boolean {
  if (query.trim() === '') return true;
  const [words, asked] = [wordsOf(name), wordsOf(query)];
  return asked.length > 0 && asked.every((word) => words.some((part) => part.startsWith(word)));
}
