/**
 * The header that says how a browser takes a file, with its name in UTF-8 (RFC 6266, RFC 8187) and, for clients that
 * know no such thing, in ASCII. Nothing of the name can end the header or its quotes.
 */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%]/g, '_');
  return `${kind}; filename="${ascii}"; filename*=${extValue(name)}`;
}

/** An RFC 8187 `ext-value`. */
const extValue = (text: string): string =>
  `UTF-8''${encodeURIComponent(text).replace(/['()*!]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`;
