/** Whether the font has a letter for a code point. */
export type Covers = (codePoint: number) => boolean;

const invisible = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
const lineEnds = /\r\n?|\u2028|\u2029/g;

/**
 * A text as it is printed: what the font has no letter for stands as its code point, `[U+4E2D]`, so that nothing is lost and
 * nothing looks like something else; what has no shape at all is left out.
 */
export function printedText(text: string, covers: Covers): string {
  const plain = text.normalize('NFC').replace(lineEnds, '\n').replaceAll('\t', ' ');
  const shown = plain.split('\n').map((line) => lineOf(line.replace(invisible, ''), covers));
  return shown.join('\n');
}

function lineOf(line: string, covers: Covers): string {
  const signs = Array.from(line, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    return covers(code) ? sign : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  });
  return rightToLeftWords(signs.join(''));
}

const rightToLeft = '[\\p{Script=Arabic}\\p{Script=Hebrew}]\\S*';
const rightToLeftRun = new RegExp(`${rightToLeft}(?: ${rightToLeft})+`, 'gu');

/** The letters of each word are turned by whoever draws them, the order of the words is not. */
const rightToLeftWords = (line: string) =>
  line.replace(rightToLeftRun, (words) => words.split(' ').reverse().join(' '));
