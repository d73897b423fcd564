/** What a page of an uncompressed PDF says: text that flows, and text that stands on every page (artifacts). */
interface PageText {
  flow: string;
  artifacts: string;
  /** In points from the lower left corner, of the beginnings of runs. */
  lowest: number;
  rightmost: number;
  highestFlow: number;
  lowestArtifactAbove: number;
}

type Letters = ReadonlyMap<string, string>;

/** Reads a PDF of ours anew from its bytes: fonts by their ToUnicode tables (ISO 32000-1, 9.10.3), then each page's runs. */
export function pageTexts(source: string): PageText[] {
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [
      id,
      body,
    ]),
  );
  const reference = (body: string, key: string) => new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? '';
  const lettersOf = (font: string) =>
    letters(objects.get(reference(objects.get(font) ?? '', 'ToUnicode')) ?? '');
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body));
  return pages.map((page) => {
    const resources = objects.get(reference(page, 'Resources')) ?? page;
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, lettersOf(id)]),
    );
    return readPage(objects.get(reference(page, 'Contents')) ?? '', fonts);
  });
}

function letters(table: string): Letters {
  const found = new Map<string, string>();
  for (const [, start = '0', list = ''] of table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    for (const [index, [, code = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const glyph = (Number.parseInt(start, 16) + index).toString(16).padStart(4, '0');
      found.set(glyph, Buffer.from(code.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    }
  }
  return found;
}

function readPage(content: string, fonts: ReadonlyMap<string, Letters>): PageText {
  const page: PageText = {
    ...{ flow: '', artifacts: '', lowest: Infinity, rightmost: 0, highestFlow: 0 },
    lowestArtifactAbove: Infinity,
  };
  let [font, isArtifact, x, y]: [Letters | undefined, boolean, number, number] = [undefined, false, 0, 0];
  for (const line of content.split('\n')) {
    if (/^\/Artifact/.test(line)) isArtifact = true;
    if (line === 'EMC') isArtifact = false;
    const [, name] = /^\/(F\d+) [\d.]+ Tf$/.exec(line) ?? [];
    if (name) font = fonts.get(name);
    const [, left, bottom] = /^1 0 0 1 ([\d.-]+) ([\d.-]+) Tm$/.exec(line) ?? [];
    if (bottom) [x, y] = [Number(left), Number(bottom)];
    if (!/ TJ$/.test(line)) continue;
    const glyphs = [...line.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    const text = glyphs.map((glyph) => font?.get(glyph) ?? '').join('');
    note(page, { text, isArtifact, x, y });
  }
  return page;
}

function note(page: PageText, run: { text: string; isArtifact: boolean; x: number; y: number }): void {
  page[run.isArtifact ? 'artifacts' : 'flow'] += `${run.text}${run.isArtifact ? '' : ' '}`;
  page.lowest = Math.min(page.lowest, run.y);
  page.rightmost = Math.max(page.rightmost, run.x);
  if (!run.isArtifact) page.highestFlow = Math.max(page.highestFlow, run.y);
  else if (run.y > 400) page.lowestArtifactAbove = Math.min(page.lowestArtifactAbove, run.y);
}
