/** The cells of a line of comma-separated values (RFC 4180). */
export function csvCells(line: string): string[] {
  const cells = line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g);
  const all = [...cells].map(([, cell = '']) => cell);
  // The end of the line is matched once more.
  if (!line.endsWith(',')) all.pop();
  return all.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell));
}
