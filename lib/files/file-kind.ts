import { fileTypeFromBuffer } from 'file-type';

/** What may be uploaded, and by which endings each kind of file is known; the first is given to a name that has none. */
export const fileKinds = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'text/plain': ['txt', 'md', 'csv'],
} as const satisfies Record<string, readonly string[]>;

export type MediaType = keyof typeof fileKinds;

export const mediaTypes = Object.keys(fileKinds) as [MediaType, ...MediaType[]];

const isKnown = (type: string): type is MediaType => Object.hasOwn(fileKinds, type);

/** Controls that no text of a person holds: what has them is something else. */
const notText = /[^\P{Cc}\t\n\r\f]/u;

/**
 * What a file is, by its content; null for what is not taken. Only text, which has no marks of its own, needs a name
 * that says so: `page.html` is text as well, and is no document of a clinic (OWASP ASVS 5, 5.2.2).
 */
export async function kindOf(bytes: Uint8Array, name: string | undefined): Promise<MediaType | null> {
  const found = await fileTypeFromBuffer(bytes);
  // An animated PNG is a PNG.
  const type = found?.mime === 'image/apng' ? 'image/png' : found?.mime;
  if (type !== undefined) return isKnown(type) && type !== 'text/plain' ? type : null;
  return isTextName(name) && isText(bytes) ? 'text/plain' : null;
}

function isTextName(name: string | undefined): boolean {
  const ending = endingOf(name ?? '');
  return ending === null || fileKinds['text/plain'].some((each) => each === ending);
}

function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text !== '' && !notText.test(text);
  } catch {
    return false;
  }
}

/** What follows the last dot, in lower case. */
export function endingOf(name: string): string | null {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : null;
}
