import type { KnownCode } from './systems';

/** A bundled list: a heading, then code, display, synonyms between semicolons, and unit, between tabs. */
export function listedCodes(text: string, of: Pick<KnownCode, 'system' | 'kinds'>): KnownCode[] {
  const [, ...lines] = text.trimEnd().split('\n');
  return lines.map((line) => {
    const [code = '', display = '', synonyms = '', unit = ''] = line.split('\t');
    const names = synonyms.split(';').filter((name) => name !== '');
    return { ...of, code, display, synonyms: names, unit: unit || null };
  });
}
