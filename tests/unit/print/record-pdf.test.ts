import { describe, expect, it } from 'vitest';
import { printedText } from '#lib/print/printed-text';
import { recordPdf } from '#lib/print/record-pdf';
import { wordsOf } from '#lib/print/words';
import { pageTexts } from '../../harness/pdf-text';

const words = wordsOf('en', 'Europe/London');
const head = {
  title: 'Medical record of Łucja',
  running: 'Łucja Ωmega · Record number 7',
  lines: ['Made today'],
};
const print = async (lines: string[], running = head.running) => {
  const sections = [{ heading: 'Notes', entries: [{ heading: 'A note', lines }] }];
  const bytes = await recordPdf({ ...head, running }, sections, words, { compress: false });
  return { bytes, source: Buffer.from(bytes).toString('latin1') };
};

/** Without the spaces at which lines were broken. */
const solid = (text: string) => text.replace(/\s+/g, '');

describe('a printed record', () => {
  it('cuts nothing off: a word longer than a line, and a note longer than a page', async () => {
    const long = Array.from({ length: 400 }, (_, index) => `word${index}`);
    const endless = Array.from({ length: 300 }, (_, index) => String(index % 10)).join('');
    const { source } = await print([long.join(' '), endless, `${long.join('\n')}\nthe last line`]);
    const pages = pageTexts(source);
    expect(pages.length).toBeGreaterThan(3);
    const all = solid(pages.map(({ flow }) => flow).join(''));
    expect(all).toContain(solid(long.join('')));
    expect(all).toContain(endless);
    expect(all).toContain('thelastline');
    for (const { lowest, rightmost } of pages) {
      expect(lowest).toBeGreaterThan(0);
      expect(rightmost).toBeLessThan(595);
    }
  });

  it('says on every page whose it is, and which page of how many', async () => {
    const { source } = await print(Array.from({ length: 120 }, (_, index) => `line ${index}`));
    const pages = pageTexts(source);
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, { artifacts }] of pages.entries()) {
      expect(artifacts).toContain('Łucja Ωmega · Record number 7');
      expect(artifacts).toContain(`Page ${index + 1} of ${pages.length}`);
    }
  });

  it('has its language, title, structure and fonts in it', async () => {
    const { source } = await print(['Жанна, Ελένη, Ő']);
    for (const part of [
      '/Lang (en)',
      '/DisplayDocTitle true',
      '/Marked true',
      '<pdfuaid:part>1',
      '/StructTreeRoot',
    ]) {
      expect(source).toContain(part);
    }
    for (const tag of ['Document', 'H1', 'H2', 'H3', 'P', 'Sect']) expect(source).toMatch(`/S /${tag}\n`);
    expect(source.match(/\/FontFile2 /g)).toHaveLength(2);
    expect(source).not.toContain('/Helvetica');
    expect(pageTexts(source)[0]?.flow).toContain('Жанна, Ελένη, Ő');
  });

  it('shows the code of a character that the font has no letter for, and says so', async () => {
    const { source } = await print(['王小明 𠀋 😀']);
    const [page] = pageTexts(source);
    expect(solid(page?.flow ?? '')).toContain('[U+738B][U+5C0F][U+660E][U+2000B]😀');
    expect(page?.flow).toContain('has no letter for');
  });

  it('has room for a name of any length above the text', async () => {
    const { source } = await print(['text'], 'name '.repeat(60));
    const [page] = pageTexts(source);
    expect(page?.artifacts.match(/name/g)).toHaveLength(60);
    expect(page?.lowestArtifactAbove).toBeGreaterThan(page?.highestFlow ?? 0);
  });
});

describe('a printed text', () => {
  it('keeps lines, drops what has no shape, and puts words that are read from the right in their order', () => {
    const covers = () => true;
    expect(printedText('a\r\nb\tc\u0000\u200bd', covers)).toBe('a\nb cd');
    expect(printedText('Dr محمد علي x', covers)).toBe('Dr علي محمد x');
  });
});
