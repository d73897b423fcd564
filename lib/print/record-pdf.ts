import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { type Covers, printedText } from './printed-text';
import type { PrintedEntry, PrintedSection } from './record-sections';
import type { Words } from './words';

export interface PrintedHead {
  readonly title: string;
  /** Whose it is, for the head of every page. */
  readonly running: string;
  /** Whose it is, when and by whom it was made, what it leaves out. */
  readonly lines: readonly string[];
}

interface Options {
  /** Packed; a test that reads the text again has it unpacked. */
  readonly compress?: boolean;
}

type Doc = PDFKit.PDFDocument;
type Element = PDFKit.PDFStructureElement;

const fontFile = (name: string) => path.resolve('lib/print/fonts', name);
const side = 54;
const headTop = 30;
const footHeight = 54;
/** The types of the package know the older kinds alone. */
const accessible = 'PDF/UA' as 'PDF/A-2';
const [body, bold] = ['body', 'bold'];

/** A record on paper: tagged, with its fonts in it (ISO 14289-1), and who it is about and the page's number on every page. */
export async function recordPdf(
  head: PrintedHead,
  sections: readonly PrintedSection[],
  words: Words,
  { compress = true }: Options = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const doc = open(head, words, compress);
  const bytes = read(doc);
  const print = new Printer(doc);
  print.head(head);
  for (const section of sections) await print.section(section, words.t('print.none'));
  print.end(words.t('print.uncovered'));
  furnish(doc, print.text(head.running), words);
  doc.end();
  return bytes;
}

function open({ title, running }: PrintedHead, { locale }: Words, compress: boolean): Doc {
  const info = { Title: title, Producer: 'MediSecure', Creator: 'MediSecure' };
  const doc = new PDFDocument({
    ...{ size: 'A4', autoFirstPage: false, bufferPages: true, compress, info, lang: locale },
    ...{ pdfVersion: '1.7', subset: accessible, tagged: true, displayTitle: true },
  });
  doc.registerFont(body, fontFile('dejavu-sans.ttf'));
  doc.registerFont(bold, fontFile('dejavu-sans-bold.ttf'));
  doc.addPage({ margins: { top: side, bottom: footHeight, left: side, right: side } });
  const height = doc.font(body).fontSize(8).heightOfString(running);
  const margins = { top: headTop + height + 20, bottom: footHeight, left: side, right: side };
  doc.options.margins = margins;
  doc.page.margins = margins;
  doc.y = margins.top;
  return doc;
}

function read(doc: Doc): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('error', reject);
    doc.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))));
  });
}

/** So many entries are printed before others are answered. */
const run = 50;

class Printer {
  readonly #root: Element;
  readonly #covers: Covers;
  #hasUncovered = false;

  constructor(private readonly doc: Doc) {
    this.#root = doc.struct('Document');
    doc.addStructure(this.#root);
    const { _font } = doc.font(body) as unknown as { _font: { font: { hasGlyphForCodePoint: Covers } } };
    this.#covers = (code) => _font.font.hasGlyphForCodePoint(code);
  }

  text(text: string): string {
    const printed = printedText(text, this.#covers);
    this.#hasUncovered ||= printed.includes('[U+');
    return printed;
  }

  head({ title, lines }: PrintedHead): void {
    this.#write(this.#root, 'H1', title, bold, 18);
    for (const line of lines) this.#write(this.#root, 'P', line, body, 10);
  }

  async section({ heading, entries }: PrintedSection, none: string): Promise<void> {
    const part = this.doc.struct('Sect');
    this.#root.add(part);
    this.doc.outline.addItem(this.text(heading));
    this.doc.moveDown(1);
    this.#write(part, 'H2', heading, bold, 14);
    if (entries.length === 0) this.#write(part, 'P', none, body, 10);
    for (const [index, entry] of entries.entries()) {
      this.#entry(part, entry);
      if (index % run === run - 1) await setImmediate();
    }
    part.end();
  }

  end(uncovered: string): void {
    if (this.#hasUncovered) this.#write(this.#root, 'P', uncovered, body, 9);
    this.#root.end();
  }

  #entry(part: Element, { heading, lines }: PrintedEntry): void {
    this.#write(part, 'H3', heading, bold, 10);
    for (const line of lines) this.#write(part, 'P', line, body, 10);
  }

  /** A heading takes its first line along to the next page. */
  #write(parent: Element, tag: string, text: string, font: string, size: number): void {
    const { doc } = this;
    doc.font(font).fontSize(size);
    if (tag !== 'P' && doc.y + size * 5 > doc.page.maxY()) doc.addPage();
    const printed = this.text(text);
    const element = doc.struct(tag, {}, [
      () => {
        doc.text(printed, { paragraphGap: tag === 'P' ? 2 : 4, lineGap: 1 });
      },
    ]);
    parent.add(element);
    element.end();
  }
}

/** What stands on every page is no part of the text: a screen reader passes it over. */
function furnish(doc: Doc, running: string, { t }: Words): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    doc.switchToPage(start + index);
    const { page } = doc;
    page.margins = { ...page.margins, top: 0, bottom: 0 };
    const width = page.width - 2 * side;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.font(body).fontSize(8).text(running, side, headTop, { width });
    const foot = t('print.page', { page: index + 1, pages: count });
    doc.text(foot, side, page.height - 36, { width, align: 'right' });
    doc.endMarkedContent();
  }
}
