import { endingOf, fileKinds, type MediaType } from './file-kind';

/** Controls, marks that turn the direction of writing, and what separates folders or has a meaning in some system. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\\/:*?"<>|]/gu;
const longest = 120;

/**
 * The name under which a file may be saved: whatever it was called, one that cannot lead out of a folder, hides nothing,
 * and ends as what it is (`photo\u202Egpj.exe` of a PDF becomes `photogpj.exe.pdf`).
 */
export function savedName(name: string, type: MediaType): string {
  const clean = [...name.replace(unsafe, '').trim().replace(/^\.+/, '')].slice(0, longest).join('').trim();
  const endings: readonly string[] = fileKinds[type];
  const ending = endingOf(clean);
  if (clean === '') return `document.${endings[0]}`;
  return ending !== null && endings.includes(ending) ? clean : `${clean}.${endings[0]}`;
}

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
export const extValue = (text: string): string =>
  `UTF-8''${encodeURIComponent(text).replace(/['()*!]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`;
