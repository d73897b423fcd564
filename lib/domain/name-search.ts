/** Letters without case and marks: `garcia` finds García, `strasse` finds Straße. */
const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();

/** Whether each word of the query begins a word of the name. */
export function nameMatches(name: string, query: string): boolean {
  const words = folded(name).split(/[^\p{L}\p{N}]+/u);
  const asked = folded(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return asked.every((word) => words.some((part) => part.startsWith(word)));
}
