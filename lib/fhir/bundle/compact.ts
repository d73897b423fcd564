const whiteSpace = /[ \t\n\r]+/y;

/** JSON without the white space between its elements: every character that means something stays as it was written. */
export function compact(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '"') {
      at = endOfString(text, at);
      continue;
    }
    whiteSpace.lastIndex = at;
    if (!whiteSpace.test(text)) continue;
    parts.push(text.slice(from, at));
    from = whiteSpace.lastIndex;
    at = from - 1;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** The closing quote of the string that opens here. */
function endOfString(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}
